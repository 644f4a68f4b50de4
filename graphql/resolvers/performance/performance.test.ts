import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAdminToken, ask, askAsCurator, stream } from '#e2e/support/api'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { requestJob } from '#store/jobs/requestJob'
import { saveProcessSample } from '#store/performance/processSamples'
import { takeProfileRequest } from '#store/performance/profileRequests'
import { saveStageRows } from '#store/stageRows'
import { profileFile } from '#store/sweepProfiles'
import { saveSignOfLife } from '#store/workers'

withTestStore()

const [slow, broken] = [randomUUID(), randomUUID()]
const begun = Date.now() - 10_000

beforeAll(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  const ofSlow = { jobId: slow, queuedMs: 40, device: 'cpu' }
  await saveStageRows([
    stageRow('decode', 15, { ...ofSlow, startedAt: new Date(begun + 2), cacheHit: false, rssAfterBytes: 3e9 }),
    stageRow('ocr', 900, { ...ofSlow, startedAt: new Date(begun + 20), cacheHit: false, model: 'PP-OCRv4' }),
    stageRow('job', 950, { ...ofSlow, startedAt: new Date(begun), cacheHit: false }),
  ])
  const failed = { jobId: broken, ok: false, errorCode: 'IMAGE_DAMAGED', workerId: 'two' } as const
  await saveStageRows([stageRow('decode', 1, failed), stageRow('job', 2, failed)])
  await saveStageRows([stageRow('job', 60, { cacheHit: true, device: 'cpu' })])
  await saveProcessSample({
    processId: 'one',
    kind: 'worker',
    rssBytes: 4e8,
    heapUsedBytes: 1e8,
    cpu: 0.5,
    load: 1,
    kept: true,
    caches: [],
  })
  await saveSignOfLife({
    id: 'one',
    state: 'READY',
    host: 'here',
    pid: 7,
    queueIds: [],
    models: { ocr: { device: 'cpu' }, clip: { device: 'cuda' }, other: null },
    rssBytes: 5e8,
    load: 1,
  })
  await requestJob({ kind: 'ANALYZE', source: { url: 'http://example.com/' }, recognise: true }, config())
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const performanceOf = async (args: string, fields: string) => {
  const { data, errors } = await askAsCurator(`{ performance${args} { ${fields} } }`)
  expect(errors).toBeUndefined()
  return data.performance
}

describe('performance', () => {
  test('is for curators', async () => {
    for (const query of [
      '{ performance { exact } }',
      `{ jobPerformance(jobId: "${slow}") { jobId } }`,
      '{ alerts { checkedAt } }',
    ])
      expect((await ask(query)).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
    const { data } = await ask('mutation { profileNextJob { __typename ... on RequestProblem { code } } }')
    expect(data.profileNextJob).toEqual({ __typename: 'RequestProblem', code: 'NOT_SIGNED_IN' })
    const first = (await stream('subscription { performanceUpdates { exact } }').next()).value
    expect(first.errors[0].extensions.code).toBe('NOT_SIGNED_IN')
  })

  test('tells figures and their past, a chart, and what there is to choose', async () => {
    const found = await performanceOf(
      '',
      `exact bucketSeconds at from to
      operations { operation now { count errors errorRate p50Ms p95Ms maxMs cacheHits cacheMisses savedMs } before { count } }
      series { at count errors perSecond p95Ms }
      choices { operations workers devices }`,
    )
    expect(found).toMatchObject({ exact: true, bucketSeconds: 60 })
    expect(Date.parse(found.to) - Date.parse(found.from)).toBe(3_600_000)
    expect(found.operations.map(({ operation }: { operation: string }) => operation)).toEqual(['decode', 'job', 'ocr'])
    expect(found.operations[1]).toEqual({
      operation: 'job',
      now: {
        count: 3,
        errors: 1,
        errorRate: expect.closeTo(1 / 3),
        p50Ms: 60,
        p95Ms: expect.closeTo(861),
        maxMs: 950,
        cacheHits: 1,
        cacheMisses: 1,
        savedMs: 890,
      },
      before: null,
    })
    const counts: number[] = found.series.map(({ count }: { count: number }) => count)
    expect(counts.reduce((sum, count) => sum + count)).toBe(3)
    expect(found.choices).toEqual({ operations: ['decode', 'job', 'ocr'], workers: ['one', 'two'], devices: ['cpu'] })
  })

  test('tells failures with their jobs, the slowest jobs, processes, queue and workers', async () => {
    const found = await performanceOf(
      '(range: { minutes: 15 }, bucket: 900)',
      `failures { code count jobs { jobId stage at } } slowestJobs(first: 1) { jobId kind durationMs queuedMs ok cacheHit workerId }
      processes { processId kind points { rssBytes cpu load } }
      queue { kind waiting running oldestWaitingSeconds meanSeconds etaSeconds } workers { id state devices rssBytes }`,
    )
    expect(found).toEqual({
      failures: [
        { code: 'IMAGE_DAMAGED', count: 1, jobs: [{ jobId: broken, stage: 'decode', at: expect.any(String) }] },
      ],
      slowestJobs: [
        { jobId: slow, kind: null, durationMs: 950, queuedMs: 40, ok: true, cacheHit: false, workerId: 'one' },
      ],
      processes: [{ processId: 'one', kind: 'worker', points: [expect.objectContaining({ cpu: 0.5, load: 1 })] }],
      queue: [
        {
          kind: 'ANALYZE',
          waiting: 1,
          running: 0,
          oldestWaitingSeconds: expect.any(Number),
          meanSeconds: null,
          etaSeconds: null,
        },
      ],
      workers: [{ id: 'one', state: 'READY', devices: ['cpu', 'cuda'], rssBytes: 5e8 }],
    })
  })

  test('looks at parts only', async () => {
    const jobs = async (args: string) => {
      const { operations } = await performanceOf(`(operation: "job", ${args})`, 'operations { now { count } }')
      return operations[0]?.now.count ?? 0
    }
    expect(await jobs('worker: "two"')).toBe(1)
    expect(await jobs('device: "cpu"')).toBe(2)
    expect(await jobs('warmth: WARM')).toBe(1)
    expect(await jobs('warmth: COLD')).toBe(1)
    const iso = (at: number) => JSON.stringify(new Date(at).toISOString())
    expect(await jobs(`range: { from: ${iso(begun)} }`)).toBe(3)
    expect(await jobs(`range: { from: ${iso(begun - 9e5)}, to: ${iso(begun - 8e5)} }`)).toBe(0)
  })

  test.each([
    '(range: { minutes: 0 })',
    '(range: { from: "2001-01-01T00:00:00Z" })',
    '(range: { to: "2026-01-01T00:00:00Z" })',
    '(bucket: 61)',
    '(range: { minutes: 500000 }, bucket: 60)',
  ])('refuses %s', async (args) => {
    const { errors } = await askAsCurator(`{ performance${args} { exact } }`)
    expect(errors?.[0]?.extensions.code).toBe('INPUT_INVALID')
  })

  test('comes again by itself', async () => {
    const headers = { authorization: `Bearer ${apiAdminToken}` }
    const query =
      'subscription { performanceUpdates(operation: "job", everySeconds: 2) { at operations { now { count } } } }'
    const updates = stream(query, {}, headers)
    const first = (await updates.next()).value.data.performanceUpdates
    expect(first.operations).toEqual([{ now: { count: 3 } }])
    await saveStageRows([stageRow('job', 5, { workerId: 'three' })])
    const second = (await updates.next()).value.data.performanceUpdates
    expect(second.operations).toEqual([{ now: { count: 4 } }])
    expect(Date.parse(second.at)).toBeGreaterThan(Date.parse(first.at))
    await updates.return?.()
    await database().$executeRaw`delete from stage_row where worker_id = 'three'`
  })
})

describe('one job', () => {
  const query = `query ($id: ID!) { jobPerformance(jobId: $id) { jobId profiles { thread url } attempts {
    attempt totalMs queuedMs job { durationMs } steps { operation offsetMs gapMs waitedMs durationMs cacheHit model rssAfterBytes } } } }`
  const waterfall = async (id: string) => (await askAsCurator(query, { id })).data.jobPerformance

  test('shows where its time went', async () => {
    const step = { cacheHit: false, model: null, rssAfterBytes: null, waitedMs: null }
    expect(await waterfall(slow)).toEqual({
      jobId: slow,
      profiles: [],
      attempts: [
        {
          attempt: 1,
          totalMs: 990,
          queuedMs: 40,
          job: { durationMs: 950 },
          steps: [
            { ...step, operation: 'decode', offsetMs: 42, gapMs: 42, durationMs: 15, rssAfterBytes: 3e9 },
            { ...step, operation: 'ocr', offsetMs: 60, gapMs: 3, durationMs: 900, model: 'PP-OCRv4' },
          ],
        },
      ],
    })
    expect(await waterfall(randomUUID())).toBeNull()
    expect(await waterfall('no id')).toBeNull()
  })

  test('links to its profile when there is one', async () => {
    await mkdir(path.dirname(profileFile(slow)), { recursive: true })
    for (const thread of ['main', 'thread1']) await writeFile(profileFile(slow, thread), '{}')
    expect((await waterfall(slow)).profiles).toEqual([
      { thread: 'main', url: `/api/admin/profiles/${slow}?thread=main` },
      { thread: 'thread1', url: `/api/admin/profiles/${slow}?thread=thread1` },
    ])
  })

  test('is found from its meme, by curators', async () => {
    const db = database()
    const meme = {
      id: randomUUID(),
      contentKey: 'k',
      sourceSha256: 's',
      file: 'f.jpg',
      format: 'jpeg',
      width: 1,
      height: 1,
      bytes: 1,
    }
    await db.meme.create({ data: { ...meme, captions: [], report: {} } })
    const job = (id: string, minute: number) =>
      db.job.create({
        data: {
          id,
          kind: 'GENERATE',
          state: 'DONE',
          payload: {},
          requestKey: id,
          memeId: meme.id,
          createdAt: new Date(minute * 60_000),
        },
      })
    const [made, found] = [randomUUID(), randomUUID()]
    await job(found, 2)
    await job(made, 1)
    const query = 'query ($id: ID!) { jobOfMeme(memeId: $id) }'
    expect((await askAsCurator(query, { id: meme.id })).data).toEqual({ jobOfMeme: made })
    expect((await askAsCurator(query, { id: randomUUID() })).data).toEqual({ jobOfMeme: null })
    expect((await ask(query, { id: meme.id })).errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
  })

  test('a profile is asked for once', async () => {
    const { data } = await askAsCurator('mutation { profileNextJob { ... on ProfileAsked { at } } }')
    expect(data.profileNextJob.at).toEqual(expect.any(String))
    const taken = await Promise.all([takeProfileRequest(slow), takeProfileRequest(broken)])
    expect(taken.toSorted()).toEqual([false, true])
  })
})
