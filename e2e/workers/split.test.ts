import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GeneratePayload } from '#core/jobPayload'
import type { MemeReport } from '#core/report'
import { defaultStyle } from '#core/style'
import { benchPicture } from '#scripts/bench/picture'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { HANDED_FOLDER } from '#store/handedPixels'
import { jobEvents } from '#store/jobEvents'
import { cancelJob } from '#store/jobs/cancelJob'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { installQueue } from '#store/queue'
import { saveTemplate } from '#store/templates/saveTemplate'
import { saveUpload } from '#store/uploads'
import { kindsNotServed, livingWorkers, saveSignOfLife } from '#store/workers'
import { loadHelpingParts, loadParts } from '#workers/parts'
import { runJob } from '#workers/runJob'
import { describeTemplates } from '#workers/templates/describeTemplates'
import { storeTemplatePicture } from '#workers/templates/storeTemplatePicture'
import { generatePayload } from '../support/generatePayload'
import { withTestStore } from '../support/testStore'
import { startTestWorker, startWorkerProcess, type WorkerProcess } from '../support/workerProcess'

withTestStore()

/** Processes are started, on a machine that may be busy. */
const patienceMs = 180_000
const patience = { timeout: patienceMs }
const env = {
  MEMEZAP_QUEUE__HEARTBEAT_SECONDS: '1',
  MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '4',
  MEMEZAP_QUEUE__JOB_TIMEOUT_SECONDS: '120',
}

let db: pg.Client
beforeAll(async () => {
  await installQueue(databaseUrl())
  await jobEvents().ready()
  db = new pg.Client({ connectionString: databaseUrl() })
  await db.connect()
})
afterAll(() => db.end())

const uploaded = async (seed: number, words: readonly [string, string]) =>
  saveUpload(await putBytes('sources', await benchPicture(seed, words)), 24)

const payloadOf = (upload: { sha256: string; id: string }, captions: readonly string[]) =>
  generatePayload({ sha256: upload.sha256, uploadId: upload.id }, captions, { style: defaultStyle, format: 'png' })

/** Settles when the job is as wanted; it is looked at after each change. */
async function until(jobId: string, wanted: (job: NonNullable<Awaited<ReturnType<typeof findJob>>>) => boolean) {
  let ring: () => void = () => undefined
  const onChange = () => ring()
  const unwatch = [jobEvents().watch(jobId, onChange), jobEvents().watchProgress(jobId, onChange)]
  try {
    for (;;) {
      const rung = new Promise<void>((resolve) => {
        ring = resolve
      })
      const job = (await findJob(jobId))!
      if (wanted(job)) return job
      await rung
    }
  } finally {
    for (const stop of unwatch) stop()
  }
}

const ended = (jobId: string) => until(jobId, ({ finishedAt }) => finishedAt !== null)

/** Its rows by their stage; they are written a moment after its end. */
async function stagesOf(jobId: string) {
  const rows = () => database().stageRow.findMany({ where: { jobId } })
  await expect.poll(rows, patience).not.toHaveLength(0)
  return new Map((await rows()).map((row) => [row.operation, row]))
}

/** A published template that is described: the picture without words. */
async function knownTemplate(seed: number): Promise<void> {
  const picture = await storeTemplatePicture('default', benchPicture(seed, null), config())
  const words = { slug: `bench-${seed}`, name: 'Bench', aliases: [], keywords: [], description: '', boxes: [] }
  const whole = { ...words, source: 'own', licence: 'MIT' }
  await saveTemplate({ words: whole, state: 'published', pictures: [picture], actor: 'test', action: 'create' })
  const parts = await loadHelpingParts(config(), new Set())
  while ((await describeTemplates(parts)) > 0);
  await parts.close()
}

/** The same meme made by one process, which knows nothing of what was done before. */
async function madeAlone(payload: GeneratePayload) {
  await database().meme.deleteMany()
  const parts = await loadParts({ ...config(), ocr: { ...config().ocr, enable_cache: false } })
  try {
    // Nobody else takes it: a worker that lives for long has it.
    const id = randomUUID()
    await saveSignOfLife({ id, state: 'READY', host: '', pid: 0, queueIds: [], models: {}, rssBytes: 0, load: 0 })
    await db.query("update worker set last_seen_at = now() + interval '1 hour' where id = $1", [id])
    const row = { id, kind: 'GENERATE', requestKey: id, state: 'RUNNING', workerId: id } as const
    await database().job.create({ data: { ...row, payload: payload as never } })
    await runJob(id, id, parts)
    await database().worker.delete({ where: { id } })
    const alone = (await findJob(id))!
    expect(alone).toMatchObject({ state: 'DONE', workerId: id, problem: null })
    return alone.meme!
  } finally {
    await parts.close()
  }
}

/** Whether a process has a library loaded. */
const hasLoaded = ({ pid }: WorkerProcess, library: string) =>
  readFileSync(`/proc/${pid}/maps`, 'utf8').includes(library)

describe('processes that serve some kinds each', () => {
  let render: WorkerProcess
  let ocr: WorkerProcess
  let inpaint: WorkerProcess
  beforeAll(async () => {
    ;[render, ocr, inpaint] = await Promise.all([
      startWorkerProcess(['--kinds', 'render'], { env }),
      startWorkerProcess(['--kinds', 'ocr'], { env }),
      startWorkerProcess([], { env: { ...env, MEMEZAP_WORKER_KINDS: 'inpaint' } }),
    ])
  }, patienceMs)
  afterAll(() => Promise.all([render, ocr, inpaint].map((worker) => worker.end('SIGTERM'))))

  it('say what they do, and load what they need only', async () => {
    const workers = await livingWorkers(60)
    const served = new Map(workers.map(({ pid, kinds, jobSlots, models }) => [pid, { kinds, jobSlots, models }]))
    expect(served.get(render.pid)).toEqual({ kinds: ['render'], jobSlots: config().workers.jobs, models: {} })
    expect(served.get(ocr.pid)).toMatchObject({ kinds: ['ocr'], jobSlots: 0, models: { ocr: { engine: 'paddle' } } })
    expect(served.get(inpaint.pid)).toEqual({ kinds: ['inpaint'], jobSlots: 0, models: {} })
    expect(kindsNotServed(workers)).toEqual(['embed'])
    expect([render, ocr, inpaint].map((worker) => hasLoaded(worker, 'onnxruntime'))).toEqual([false, true, false])
    expect([render, ocr, inpaint].map((worker) => hasLoaded(worker, 'skia'))).toEqual([true, false, false])
  })

  it(
    'make the very meme that one process makes, and tell waiting from working',
    async () => {
      const payload = payloadOf(await uploaded(1, ['HAND IT ON', 'TO THE NEXT']), ['MADE BY', 'THREE'])
      const split = await ended((await requestJob(payload, config())).job.id)
      expect(split).toMatchObject({ state: 'DONE', problem: null, workerId: render.workerId })
      const report = split.meme!.report as unknown as MemeReport
      expect(report.textFound.join(' ')).toContain('HAND IT ON')
      expect(report.removal).toMatchObject({ regionsRemoved: 2, method: 'inpaint' })
      const rows = await stagesOf(split.id)
      expect(rows.get('ocr')).toMatchObject({ ok: true, device: 'cpu', cacheHit: false, waitedMs: expect.any(Number) })
      expect(rows.get('ocr')!.waitedMs!).toBeLessThan(rows.get('ocr')!.durationMs)
      expect(rows.get('remove_text')).toMatchObject({ ok: true, waitedMs: expect.any(Number) })
      expect((await madeAlone(payload)).file).toBe(split.meme!.file)

      await knownTemplate(5)
      const second = payloadOf(await uploaded(5, ['A TEMPLATE', 'WITH WORDS']), ['RESTORED BY', 'THREE'])
      const restored = await ended((await requestJob(second, config())).job.id)
      expect((restored.meme!.report as unknown as MemeReport).recognition).toMatchObject({
        use: 'RESTORE',
        regionsRestored: 2,
      })
      expect((await madeAlone(second)).file).toBe(restored.meme!.file)

      expect(await database().handedWork.count()).toBe(0)
      const left = path.join(config().storage.directory, HANDED_FOLDER)
      expect(readdirSync(left)).toEqual([])
    },
    patienceMs,
  )

  it(
    'lose one in the middle of its work: another does it, and the job never knew',
    async () => {
      // Whoever answers waits for our lock first, so that we can be sure where it is killed.
      await db.query(`create table answered (attempts int);
        create function hold_answers() returns trigger language plpgsql as $$ begin
          if new.answer is distinct from old.answer then
            perform pg_advisory_xact_lock(4242); insert into answered values (new.attempts);
          end if;
          return new; end $$;
        create trigger hold_answers before update on handed_work for each row execute function hold_answers();
        select pg_advisory_lock(4242)`)
      const { job } = await requestJob(payloadOf(await uploaded(2, ['DO NOT DIE', 'ON ME']), ['IT', 'DIED']), config())
      const answering = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`
      await expect.poll(async () => (await db.query(answering)).rowCount, patience).toBeGreaterThan(0)
      await ocr.end('SIGKILL')
      // Its session would go on with what it was told last.
      await db.query(`select pg_terminate_backend(pid) from (${answering}) sessions`)
      await db.query('select pg_advisory_unlock(4242)')
      expect(await findJob(job.id)).toMatchObject({ state: 'RUNNING' })
      ocr = await startWorkerProcess(['--kinds=ocr'], { env })
      expect(await ended(job.id)).toMatchObject({ state: 'DONE', attempts: 1, meme: { file: expect.any(String) } })
      // The reading at its second try, the removal at its first.
      expect((await db.query('select attempts from answered order by attempts')).rows).toEqual([
        { attempts: 1 },
        { attempts: 2 },
      ])
      await db.query('drop trigger hold_answers on handed_work; drop function hold_answers')
    },
    patienceMs,
  )
})

describe('when nobody does what a job needs', () => {
  it(
    'it waits, is taken back when it is cancelled, and says so when its time is over',
    async () => {
      await startTestWorker(['--kinds', 'render,inpaint'], { env: { ...env, MEMEZAP_QUEUE__JOB_TIMEOUT_SECONDS: '8' } })
      const upload = await uploaded(3, ['NOBODY READS', 'THIS'])
      const { job } = await requestJob(payloadOf(upload, ['GIVEN', 'UP']), config())
      await until(job.id, ({ stage }) => stage === 'ocr')
      const queued = async () =>
        (await db.query("select from graphile_worker.jobs where task_identifier like 'memezap_ocr %'")).rowCount
      await expect.poll(queued, patience).toBe(1)
      await cancelJob(job.id)
      await expect.poll(queued, patience).toBe(0)
      await expect.poll(() => database().handedWork.count(), patience).toBe(0)

      const second = await requestJob(payloadOf(upload, ['TOO', 'LATE']), config())
      expect(await ended(second.job.id)).toMatchObject({
        state: 'FAILED',
        problem: {
          code: 'JOB_TIMEOUT',
          message: expect.stringContaining('No worker reads words just now'),
          details: { missing: 'ocr' },
        },
      })
    },
    patienceMs,
  )
})

describe('two workers that do everything', () => {
  it(
    'share the queue: each job is done once',
    async () => {
      // Nobody dies here: a worker that gets no processor for some seconds keeps its jobs.
      const patient = { env: { ...env, MEMEZAP_QUEUE__DEAD_AFTER_SECONDS: '120' } }
      const workers = await Promise.all([startTestWorker([], patient), startTestWorker([], patient)])
      const upload = await uploaded(4, ['SHARED BY', 'TWO'])
      const tickets = await Promise.all(
        Array.from({ length: 12 }, (_, n) => requestJob(payloadOf(upload, [`WORDS ${n}`, 'HERE']), config())),
      )
      const jobs = await Promise.all(tickets.map(({ job }) => ended(job.id)))
      expect(jobs.map(({ state, attempts }) => [state, attempts])).toEqual(jobs.map(() => ['DONE', 1]))
      const by = new Set(jobs.map(({ workerId }) => workerId))
      expect(workers.map(({ workerId }) => workerId)).toEqual(expect.arrayContaining([...by]))
      const ids = jobs.map(({ id }) => id)
      const rowsOfJobs = () => database().stageRow.count({ where: { operation: 'job', jobId: { in: ids } } })
      // Written a moment after the end.
      await expect.poll(rowsOfJobs, patience).toBe(12)
    },
    patienceMs,
  )
})
