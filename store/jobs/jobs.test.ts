import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generatePayload } from '#e2e/support/generatePayload'
import { plainMeme } from '#e2e/support/plainMeme'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '../config'
import { database } from '../database'
import { putBytes } from '../files'
import { jobEvents } from '../jobEvents'
import { findFinishedMeme, saveMeme } from '../memes'
import { cachesOfProcess } from '../performance/reportCache'
import { releaseDeadWorkers, saveSignOfLife, signOff } from '../workers'
import { cancelJob } from './cancelJob'
import { findJob } from './findJob'
import { claimJob, endJob, type Hold, saveProgress, stillHeld } from './holdJob'
import { requestJob } from './requestJob'
import { galleryFor, requestKey } from './requestKey'

withTestStore()

const payload = (words: string) => generatePayload({ sha256: 'a'.repeat(64), uploadId: randomUUID() }, [words])

const queued = async (jobId: string) => {
  const rows = await database().$queryRaw<{ attempts: number; max_attempts: number; locked_by: string | null }[]>`
    select attempts, max_attempts, locked_by from graphile_worker._private_jobs where key = ${jobId}`
  return rows[0]
}

const claimed = async (jobId: string, workerId: string): Promise<Hold> => {
  const hold = await claimJob(jobId, workerId, 3)
  if (!hold) throw new Error('not claimed')
  return hold
}

const worker = (id: string, queueIds: string[] = []) =>
  saveSignOfLife({ id, state: 'READY', host: 'here', pid: 1, queueIds, models: {}, rssBytes: 1, load: 0 })

describe('requestJob', () => {
  it('queues a job, and lets equal requests in flight share it, however many come at once', async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, () => requestJob(payload('shared'), config())))
    expect(new Set(tickets.map(({ job }) => job.id)).size).toBe(1)
    expect(tickets.filter(({ joined }) => !joined)).toHaveLength(1)
    const job = await findJob(tickets[0]!.job.id)
    expect(job).toMatchObject({ state: 'QUEUED', requesters: 8 })
    expect(await queued(job!.id)).toMatchObject({ attempts: 0 })
  })

  it('knows a request by content, not by upload, and by the settings that shape the result', () => {
    const one = payload('same')
    const other = { ...one, source: { sha256: 'a'.repeat(64), uploadId: randomUUID() } }
    expect(requestKey(one, config(), '1')).toBe(requestKey(other, config(), '1'))
    expect(requestKey({ ...one, captions: ['other'] }, config(), '1')).not.toBe(requestKey(one, config(), '1'))
    const changed = { ...config(), image_processing: { ...config().image_processing, enable_fast_inpaint: false } }
    expect(requestKey(one, changed, '1')).not.toBe(requestKey(one, config(), '1'))
    expect(requestKey(one, config(), '1', 'other models')).not.toBe(requestKey(one, config(), '1'))
  })

  it('answers an equal request later from the finished meme, as long as its file is there', async () => {
    const request = payload('finished')
    const key = requestKey(request, config(), await galleryFor(request))
    const { name } = await putBytes('images', Buffer.from('meme'), 'jpg')
    const finished = plainMeme({ contentKey: key, file: name, captions: ['finished'] })
    const meme = await saveMeme(finished, [{ requestKey: key, expiresAt: null }])
    const ticket = await requestJob(request, config())
    expect(ticket).toMatchObject({ fromFinishedMeme: true, joined: false, job: { state: 'DONE', memeId: meme.id } })
    expect(await queued(ticket.job.id)).toBeUndefined()

    const without = { ...config(), cache: { ...config().cache, enable_meme_cache: false } }
    const again = await requestJob(request, without)
    expect(again).toMatchObject({ fromFinishedMeme: false, job: { state: 'QUEUED' } })
    await cancelJob(again.job.id)

    expect(await saveMeme(finished, [{ requestKey: key, expiresAt: new Date(Date.now() - 1) }])).toEqual({
      id: meme.id,
    })
    expect((await requestJob(request, config())).fromFinishedMeme).toBe(false)
  })

  it('counts looks for finished memes, and what those that were there saved', async () => {
    const counters = () => cachesOfProcess().find(({ name }) => name === 'meme')
    const request = payload('counted')
    const key = requestKey(request, config(), await galleryFor(request))
    await findFinishedMeme(key)
    const before = counters()!
    expect(before).toMatchObject({ tier: 'postgres', maxBytes: config().storage.max_meme_mib * 2 ** 20 })
    const { name } = await putBytes('images', Buffer.from('counted'), 'jpg')
    const stages = [20.5, 100].map((durationMs) => ({ stage: 'ocr' as const, durationMs, cacheHit: null }))
    const meme = plainMeme({ contentKey: key, file: name, captions: ['counted'] })
    await saveMeme({ ...meme, report: { ...meme.report, stages } }, [{ requestKey: key, expiresAt: null }])
    await findFinishedMeme(key)
    await findFinishedMeme('nobody asked this')
    // A worker's second look for the same request.
    await findFinishedMeme(key, false)
    await findFinishedMeme('nobody asked this', false)
    const { hits, misses, savedMs } = counters()!
    expect([hits - before.hits, misses - before.misses, savedMs - before.savedMs]).toEqual([1, 1, 120.5])
  })

  it('answers the same job for the same idempotency key, and refuses another request under it', async () => {
    const key = randomUUID()
    const tickets = await Promise.all([1, 2, 3].map(() => requestJob(payload('idem'), config(), key)))
    expect(new Set(tickets.map(({ job }) => job.id)).size).toBe(1)
    await expect(requestJob(payload('another'), config(), key)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
    await cancelAll(tickets[0]!.job.id)
    const again = await requestJob(payload('idem'), config(), key)
    expect(again.job).toMatchObject({ id: tickets[0]!.job.id, state: 'CANCELLED' })
  })

  it('refuses more than the queue may hold, and leaves no trace of what it refused', async () => {
    const full = { ...config(), queue: { ...config().queue, max_waiting: 1 } }
    await requestJob(payload('waits'), config())
    await expect(requestJob(payload('too many'), full)).rejects.toMatchObject({ code: 'QUEUE_FULL' })
    expect(
      await database().job.count({
        where: { requestKey: requestKey(payload('too many'), config(), await galleryFor(payload(''))) },
      }),
    ).toBe(0)
  })
})

async function cancelAll(jobId: string) {
  while ((await findJob(jobId))?.state === 'QUEUED') await cancelJob(jobId)
}

describe('cancelJob', () => {
  it('ends a job when the last of its requesters leaves, and takes it out of the queue', async () => {
    const { job } = await requestJob(payload('cancel'), config())
    await requestJob(payload('cancel'), config())
    expect(await cancelJob(job.id)).toMatchObject({ state: 'QUEUED' })
    expect(await cancelJob(job.id)).toMatchObject({ state: 'CANCELLED' })
    expect(await queued(job.id)).toBeUndefined()
    expect(await cancelJob(job.id)).toMatchObject({ state: 'CANCELLED' })
  })

  it('tells the worker that runs it, and fences what that worker still writes', async () => {
    const { job } = await requestJob(payload('running'), config())
    const hold = await claimed(job.id, 'worker-a')
    await jobEvents().ready()
    const told = new Promise<void>((resolve) => jobEvents().watchCancel(job.id, resolve))
    await cancelJob(job.id)
    await told
    expect(await stillHeld(hold)).toBe(false)
    expect(await saveProgress(hold, 'ocr', 0.5)).toBe(false)
    expect(await endJob(hold, { memeId: randomUUID() })).toBe(false)
    expect(await findJob(job.id)).toMatchObject({ state: 'CANCELLED', memeId: null })
  })

  it('knows no job by an unknown id, nor by something that is no id', async () => {
    expect(await cancelJob(randomUUID())).toBeNull()
    expect(await cancelJob("x'; drop table job")).toBeNull()
  })
})

describe('a held job', () => {
  it('shows its progress to who watches, with a version that only rises', async () => {
    const { job } = await requestJob(payload('progress'), config())
    await jobEvents().ready()
    const hold = await claimed(job.id, 'worker-p')
    const versions: number[] = []
    const told = new Promise<void>((resolve) => {
      const off = jobEvents().watchProgress(job.id, () => {
        off()
        resolve()
      })
    })
    versions.push((await findJob(job.id))!.version)
    await saveProgress(hold, 'ocr', 0.4)
    await told
    const row = await findJob(job.id)
    expect(row).toMatchObject({ state: 'RUNNING', stage: 'ocr', fraction: 0.4 })
    expect(row!.version).toBeGreaterThan(versions[0]!)
    expect(await endJob(hold, { problem: { code: 'IMAGE_DAMAGED', message: 'x', details: {} } })).toBe(true)
    expect(await findJob(job.id)).toMatchObject({ state: 'FAILED', stage: null, problem: { code: 'IMAGE_DAMAGED' } })
  })

  it('goes to a living worker when its own falls silent, and the silent one cannot end it any more', async () => {
    const { job } = await requestJob(payload('orphan'), config())
    await worker('silent', ['queue-1'])
    await worker('living', ['queue-2'])
    await database()
      .$executeRaw`update graphile_worker._private_jobs set locked_by = 'queue-1', locked_at = now(), attempts = 1 where key = ${job.id}`
    const lost = await claimed(job.id, 'silent')
    await database().$executeRaw`update worker set last_seen_at = now() - interval '1 minute' where id = 'silent'`
    expect(await releaseDeadWorkers(7, 3)).toEqual(['silent'])
    expect(await findJob(job.id)).toMatchObject({ state: 'QUEUED', workerId: null })
    expect(await queued(job.id)).toMatchObject({ locked_by: null })
    const next = await claimed(job.id, 'living')
    expect(next.attempt).toBe(2)
    expect(await endJob(lost, { problem: { code: 'INTERNAL', message: 'late', details: {} } })).toBe(false)
    expect(await stillHeld(next)).toBe(true)
  })

  it('is given up as a typed failure when it has used up its attempts', async () => {
    const { job } = await requestJob(payload('killer'), config())
    await database().job.update({ where: { id: job.id }, data: { attempts: 2 } })
    await worker('third victim')
    await claimed(job.id, 'third victim')
    await signOff('third victim', 7, 3)
    expect(await findJob(job.id)).toMatchObject({ state: 'FAILED', problem: { code: 'WORKER_CRASHED' } })
    expect(await queued(job.id)).toBeUndefined()
  })

  it('is found again when graphile-worker does not know it any more, or has it locked under a name nobody owns up to', async () => {
    const { job: forgotten } = await requestJob(payload('forgotten'), config())
    const { job: stray } = await requestJob(payload('stray'), config())
    await database().$executeRaw`select graphile_worker.remove_job(${forgotten.id})`
    await database()
      .$executeRaw`update graphile_worker._private_jobs set locked_by = 'nobody', locked_at = now() - interval '1 minute' where key = ${stray.id}`
    await releaseDeadWorkers(7, 3)
    expect(await queued(forgotten.id)).toMatchObject({ attempts: 0, locked_by: null })
    expect(await queued(stray.id)).toMatchObject({ locked_by: null })
  })

  it('is fenced by attempt too: a worker that gets its own job again cannot end it from the attempt before', async () => {
    const { job } = await requestJob(payload('same worker'), config())
    const lost = await claimed(job.id, 'worker-s')
    const current = await claimed(job.id, 'worker-s')
    const problem = { code: 'INTERNAL', message: 'late', details: {} }
    expect(await stillHeld(lost)).toBe(false)
    expect(await saveProgress(lost, 'ocr', 0.5)).toBe(false)
    expect(await endJob(lost, { problem })).toBe(false)
    expect(await endJob(current, { problem })).toBe(true)
  })

  it('is given up at the claim when it has been tried too often without its worker dying', async () => {
    const { job } = await requestJob(payload('tried'), config())
    await database().job.update({ where: { id: job.id }, data: { attempts: 3 } })
    expect(await claimJob(job.id, 'worker-t', 3)).toBeUndefined()
    expect(await findJob(job.id)).toMatchObject({ state: 'FAILED', problem: { code: 'WORKER_CRASHED' } })
  })

  it('counts only the wait before its own attempt', async () => {
    const { job } = await requestJob(payload('waited'), config())
    await database()
      .$executeRaw`update job set created_at = now() - interval '1 hour', queued_at = now() - interval '2 seconds' where id = ${job.id}::uuid`
    const { queuedMs } = await claimed(job.id, 'worker-w')
    expect(queuedMs).toBeGreaterThan(1900)
    expect(queuedMs).toBeLessThan(60_000)
  })
})

describe('a sign of life', () => {
  it("is dated by the database, whatever the worker's clock says", async () => {
    await worker('clock')
    const [row] = await database().$queryRaw<{ age: number }[]>`
      select extract(epoch from now() - last_seen_at)::float8 as age from worker where id = 'clock'`
    expect(Math.abs(row!.age)).toBeLessThan(5)
    const now = Date.now
    Date.now = () => now() - 3_600_000
    try {
      await worker('clock')
      expect(await releaseDeadWorkers(7, 3)).not.toContain('clock')
    } finally {
      Date.now = now
    }
  })
})
