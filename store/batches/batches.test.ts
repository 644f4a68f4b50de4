import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Config } from '#core/config'
import { generatePayload } from '#e2e/support/generatePayload'
import { plainMeme } from '#e2e/support/plainMeme'
import { withTestStore } from '#e2e/support/testStore'
import { cleanUp } from '../cleanup'
import { config } from '../config'
import { database } from '../database'
import { putBytes } from '../files'
import { jobEvents } from '../jobEvents'
import { cancelJob } from '../jobs/cancelJob'
import { findJob, queuePositions } from '../jobs/findJob'
import { claimJob, endJob, stillHeld } from '../jobs/holdJob'
import { recoverJobs } from '../jobs/recoverJobs'
import { requestJob } from '../jobs/requestJob'
import { requestKey } from '../jobs/requestKey'
import { saveMeme } from '../memes'
import { galleryRevision } from '../templates/vectors/galleryRevision'
import { cancelBatch } from './cancelBatch'
import { findBatch } from './findBatch'
import { requestBatch } from './requestBatch'

withTestStore()

const payload = (words: string) => generatePayload({ sha256: 'a'.repeat(64), uploadId: randomUUID() }, [words])

const items = (words: readonly string[]) => words.map((one) => ({ payload: payload(one) }))

/** How the queue hands jobs out: by priority, then by time. */
const inQueue = async (): Promise<readonly string[]> => {
  const rows = await database().$queryRaw<{ words: string }[]>`
    select job.payload -> 'captions' ->> 0 as words from job join graphile_worker._private_jobs waiting on waiting.key = job.id::text
    where job.state = 'QUEUED' order by waiting.priority, waiting.run_at`
  return rows.map(({ words }) => words)
}

const standing = async (batchId: string) =>
  (await findBatch(batchId))!.items.map(({ job, problem }) => problem?.code ?? job?.state)

describe('what is asked for by itself', () => {
  it('goes before a batch that waits; a batch keeps its order, and a small one does not wait for all of a large one', async () => {
    const large = Array.from({ length: 40 }, (_, index) => `large ${index}`)
    await requestBatch(items(large), config())
    await requestJob(payload('single'), config())
    await requestBatch(items(['small 0', 'small 1']), config())
    const queue = await inQueue()
    expect(queue[0]).toBe('single')
    expect(queue.filter((words) => words.startsWith('large'))).toEqual(large)
    expect(queue.indexOf('small 1')).toBeLessThan(queue.indexOf('large 12'))
    const jobs = await database().job.findMany({ where: { state: 'QUEUED' } })
    const ahead = await queuePositions(jobs.map(({ id }) => id))
    const single = jobs.find(({ priority }) => priority === 0)!
    expect(ahead.get(single.id)).toBe(0)
    expect(Math.max(...ahead.values())).toBeLessThan(jobs.length)
  })

  it('moves forward what waits in a batch, when it is the same', async () => {
    const words = Array.from({ length: 30 }, (_, index) => `hurry ${index}`)
    await requestBatch(items(words), config())
    expect(await requestJob(payload('hurry 29'), config())).toMatchObject({ joined: true })
    const queue = await inQueue()
    expect(queue.indexOf('hurry 29')).toBeLessThan(queue.indexOf('hurry 0'))
    const batch = await requestBatch(items(['hurry 20', 'hurry 1']), config())
    expect(new Set(await standing(batch))).toEqual(new Set(['QUEUED']))
    const later = await inQueue()
    expect(later.indexOf('hurry 20')).toBeLessThan(later.indexOf('hurry 12'))
  })

  it('keeps its place when the queue has forgotten it', async () => {
    await database().$transaction((tx) => recoverJobs(tx, 3))
    const before = await inQueue()
    await database().$executeRaw`delete from graphile_worker._private_jobs`
    await database().$transaction((tx) => recoverJobs(tx, 3))
    const after = await inQueue()
    expect(new Set(after)).toEqual(new Set(before))
    expect(new Set(after.slice(0, 2))).toEqual(new Set(['single', 'hurry 29']))
  })
})

describe('a queue that is nearly full', () => {
  const withRoomFor = async (room: number): Promise<Config> => {
    const waiting = await database().job.count({ where: { state: 'QUEUED' } })
    // Batches fill four fifths of it.
    return { ...config(), queue: { ...config().queue, max_waiting: Math.floor((waiting + room) / 0.8) } }
  }

  it('takes the first that fit, and all that join', async () => {
    await requestJob(payload('in flight'), config())
    const asked = items(['full 0', 'full 1', 'in flight', 'full 2', 'full 0', 'full 3'])
    const batch = await requestBatch(asked, await withRoomFor(2))
    expect(await standing(batch)).toEqual(['QUEUED', 'QUEUED', 'QUEUED', 'QUEUE_FULL', 'QUEUED', 'QUEUE_FULL'])
  })

  it('has room for what is asked for by itself when batches have filled their share', async () => {
    const nearlyFull = await withRoomFor(1)
    await requestBatch(items(['share 0', 'share 1']), nearlyFull)
    await expect(requestBatch(items(['share 2']), nearlyFull)).rejects.toMatchObject({ code: 'QUEUE_FULL' })
    expect(await requestJob(payload('share 3'), nearlyFull)).toMatchObject({ joined: false, job: { state: 'QUEUED' } })
  })

  it('refuses a batch of which nothing fits as a whole, so that the same key can try again', async () => {
    const repeatable = { key: randomUUID(), asked: 'some batch' }
    const before = await database().batch.count()
    const asked = items(['none 0', 'none 1'])
    await expect(requestBatch(asked, await withRoomFor(0), repeatable)).rejects.toMatchObject({ code: 'QUEUE_FULL' })
    expect(await database().batch.count()).toBe(before)
    const batch = await requestBatch(asked, await withRoomFor(1), repeatable)
    expect(await standing(batch)).toEqual(['QUEUED', 'QUEUE_FULL'])
    // What was answered is answered again, also when there is room now.
    expect(await requestBatch(asked, config(), repeatable)).toBe(batch)
    expect(await standing(batch)).toEqual(['QUEUED', 'QUEUE_FULL'])
  })
})

describe('a meme that is finished', () => {
  it('answers an item, unless cache.enable_meme_cache says no', async () => {
    const request = payload('finished')
    const key = requestKey(request, config(), await galleryRevision())
    const { name } = await putBytes('images', Buffer.from('finished'), 'jpg')
    await saveMeme(plainMeme({ contentKey: key, file: name }), [{ requestKey: key, expiresAt: null }])
    const itemOf = async (settings: Config) =>
      (await findBatch(await requestBatch([{ payload: request }], settings)))!.items[0]
    expect(await itemOf(config())).toMatchObject({ fromFinishedMeme: true, job: { state: 'DONE' } })
    const without = { ...config(), cache: { ...config().cache, enable_meme_cache: false } }
    expect(await itemOf(without)).toMatchObject({ fromFinishedMeme: false, job: { state: 'QUEUED' } })
  })
})

describe('cancelBatch', () => {
  it('ends what nobody else asked for, and takes its requesters off the rest, once', async () => {
    const shared = await requestJob(payload('of others, too'), config())
    const batch = await requestBatch(items(['of others, too', 'own', 'of others, too']), config())
    const [, own] = (await findBatch(batch))!.items
    const told = new Promise<void>((resolve) => void jobEvents().watchCancel(own!.jobId!, resolve))
    await jobEvents().ready()
    const hold = await claimJob(own!.jobId!, 'a-worker', 3)
    // Its stages stand in line by it, too.
    expect(hold).toMatchObject({ priority: 1 })
    expect(await cancelBatch(batch)).toBe(true)
    await told
    expect(await cancelBatch(batch)).toBe(true)
    expect(await standing(batch)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED'])
    expect((await findBatch(batch))!.cancelledAt).not.toBeNull()
    expect(await stillHeld(hold!)).toBe(false)
    expect(await findJob(shared.job.id)).toMatchObject({ state: 'QUEUED', requesters: 1 })
    expect(await inQueue()).toContain('of others, too')
    expect(await inQueue()).not.toContain('own')
  })

  it.each([
    ['once', ['twice cancelled']],
    ['twice', ['cancelled often', 'cancelled often']],
  ])(
    'takes off no more than it asked for, whose item (there %s) was cancelled by cancelJob before',
    async (_, words) => {
      const { job } = await requestJob(payload(words[0]!), config())
      const batch = await requestBatch(items(words), config())
      await cancelJob(job.id)
      await cancelBatch(batch)
      expect(await standing(batch)).toEqual(words.map(() => 'CANCELLED'))
      expect(await findJob(job.id)).toMatchObject({ state: 'QUEUED', requesters: 1 })
      // Who asked for the same by itself still can.
      expect(await cancelJob(job.id)).toMatchObject({ state: 'CANCELLED' })
    },
  )

  it('leaves what has ended', async () => {
    const batch = await requestBatch(
      [...items(['ended']), { problem: { code: 'NO_CAPTIONS', message: 'No words.', details: {} } }],
      config(),
    )
    const [first] = (await findBatch(batch))!.items
    const problem = { code: 'IMAGE_DAMAGED', message: 'Damaged.', details: {} }
    await endJob((await claimJob(first!.jobId!, 'a-worker', 3))!, { problem })
    await cancelBatch(batch)
    expect(await standing(batch)).toEqual(['FAILED', 'NO_CAPTIONS'])
  })

  it('never waits for a batch that asks for the same', async () => {
    const words = Array.from({ length: 30 }, (_, index) => `crossing ${index}`)
    const [first] = await Promise.all([requestBatch(items(words), config())])
    await Promise.all([
      cancelBatch(first),
      requestBatch(items([...words].reverse()), config()),
      requestBatch(items(words), config()),
    ])
    expect(new Set(await standing(first))).toEqual(new Set(['CANCELLED']))
  })

  it.each([randomUUID(), 'nonsense'])('knows no batch %s', async (id) => {
    expect(await cancelBatch(id)).toBe(false)
  })
})

describe('clean-up', () => {
  it('takes a batch away with the last of its jobs, not before', async () => {
    const batch = await requestBatch(items(['cleaned 0', 'cleaned 1']), config())
    await database().batch.update({ where: { id: batch }, data: { createdAt: new Date(0) } })
    const [first, second] = (await findBatch(batch))!.items
    await database().job.delete({ where: { id: first!.jobId! } })
    await cleanUp(config())
    expect(await standing(batch)).toEqual([undefined, 'QUEUED'])
    await database().job.delete({ where: { id: second!.jobId! } })
    await cleanUp(config())
    expect(await findBatch(batch)).toBeNull()
    expect(await database().batchItem.count({ where: { batchId: batch } })).toBe(0)
  })
})
