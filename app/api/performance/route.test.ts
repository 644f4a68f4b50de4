import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { requestJob } from '#store/jobs/requestJob'
import { saveProcessSample } from '#store/performance/processSamples'
import { type StageMeasurement, saveStageRows } from '#store/stageRows'
import { saveSignOfLife } from '#store/workers'
import { GET } from './route'

withTestStore()

const row = (durationMs: number, changes: Partial<StageMeasurement> = {}): StageMeasurement =>
  stageRow('ocr', durationMs, { queuedMs: 1, cacheHit: false, device: 'cpu', ...changes })

const failedJob = randomUUID()

beforeAll(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  await saveStageRows([
    ...Array.from({ length: 8 }, (_, index) => row(10 * (index + 1))),
    row(1, { cacheHit: true }),
    row(0, { ok: false, errorCode: 'JOB_TIMEOUT', cacheHit: null }),
    row(99_999),
    row(5, { operation: 'render', cacheHit: null }),
    row(3, { operation: 'job', jobId: failedJob, ok: false, errorCode: 'INTERNAL', cacheHit: null }),
  ])
  await database()
    .$executeRaw`update stage_row set recorded_at = now() - interval '90 minutes' where duration_ms = 99999`
  await saveSignOfLife({
    id: 'one',
    state: 'READY',
    host: 'here',
    pid: 7,
    queueIds: ['q'],
    models: { ocr: { device: 'cpu' } },
    rssBytes: 300_000_000,
    load: 0.5,
  })
  await requestJob({ kind: 'ANALYZE', source: { url: 'http://example.com/' }, recognise: true }, config())
})

afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const authorization = `Bearer ${apiAdminToken}`
const get = (query = '', headers: Record<string, string> = { authorization }) =>
  GET(new Request(`http://site.test/api/performance${query}`, { headers }))

test('sums up the last hour per operation, failures too, against the hour before', async () => {
  const { operations, exact, bucketSeconds, series } = await (await get()).json()
  expect([exact, bucketSeconds, series.length]).toEqual([true, 60, expect.any(Number)])
  expect(operations).toEqual([
    expect.objectContaining({ operation: 'job', count: 1, errors: 1 }),
    {
      operation: 'ocr',
      count: 10,
      errors: 1,
      errorRate: 0.1,
      p50Ms: 35,
      p95Ms: expect.closeTo(75.5),
      p99Ms: expect.closeTo(79.1),
      meanMs: expect.closeTo(36.1),
      maxMs: 80,
      cacheHits: 1,
      cacheMisses: 8,
      savedMs: expect.closeTo(44),
      before: expect.objectContaining({ operation: 'ocr', count: 1, p50Ms: 99_999 }),
    },
    expect.objectContaining({ operation: 'render', count: 1, p50Ms: 5, savedMs: null, before: null }),
  ])
})

test('looks further back when asked to, and at parts only', async () => {
  const counts = async (query: string) =>
    (await (await get(query)).json()).operations.map((one: { operation: string; count: number }) => [
      one.operation,
      one.count,
    ])
  expect(await counts('?minutes=240')).toEqual([
    ['job', 1],
    ['ocr', 11],
    ['render', 1],
  ])
  expect(await counts('?operation=render')).toEqual([['render', 1]])
  expect(await counts('?warmth=warm')).toEqual([['ocr', 1]])
  expect(await counts('?worker=nobody')).toEqual([])
  expect(await counts('?device=cuda')).toEqual([])
  const from = new Date(Date.now() - 2 * 3_600_000).toISOString()
  const to = new Date(Date.now() - 3_600_000).toISOString()
  expect(await counts(`?from=${from}&to=${to}`)).toEqual([['ocr', 1]])
})

test('tells how site, workers and queue are', async () => {
  const { system } = await (await get()).json()
  expect(system).toMatchObject({
    site: { rssBytes: expect.any(Number), openSubscriptions: 0 },
    workers: [{ id: 'one', state: 'READY', rssBytes: 300_000_000, load: 0.5, models: { ocr: { device: 'cpu' } } }],
    queue: { waiting: 1, running: 0, oldestWaitingSeconds: expect.any(Number) },
  })
  expect(system.workers[0]).not.toHaveProperty('queueIds')
})

test.each(['0', '-1', '1.5', 'x', '', '9999999'])('refuses minutes=%s', async (minutes) => {
  const response = await get(`?minutes=${minutes}`)
  expect(response.status).toBe(400)
  expect((await response.json()).problem).toMatchObject({ code: 'INPUT_INVALID', field: 'minutes' })
})

test.each([
  ['from=yesterday', 'from'],
  ['to=2026-01-01', 'from'],
  ['from=2001-01-01', 'from'],
  ['minutes=5&from=2026-11-01', 'from'],
  ['bucket=7', 'bucket'],
  ['minutes=1440&bucket=15', 'bucket'],
  ['warmth=tepid', 'warmth'],
])('refuses %s', async (query, field) => {
  const response = await get(`?${query.replace('2026-11-01', new Date().toISOString().replace(/T.*/, ''))}`)
  expect(response.status).toBe(400)
  const { problem } = await response.json()
  expect(problem.code).toBe('INPUT_INVALID')
  expect([field, 'minutes']).toContain(problem.field)
})

test('tells what is wrong now', async () => {
  await database()
    .$executeRaw`insert into alert (id, kind, value, worst, threshold) values (${randomUUID()}::uuid, 'QUEUE_AGE_SECONDS', 70, 90, 60)`
  expect((await (await get()).json()).alerts).toEqual([
    expect.objectContaining({ kind: 'QUEUE_AGE_SECONDS', worst: 90 }),
  ])
})

test('tells what caches did', async () => {
  const counted = {
    name: 'ocr',
    tier: 'postgres',
    evictions: 0,
    failures: 0,
    entries: null,
    bytes: null,
    maxBytes: 9,
  } as const
  const sample = { processId: 'p', kind: 'worker', rssBytes: 1, heapUsedBytes: 1, cpu: 0, load: 0, kept: true } as const
  await saveProcessSample({ ...sample, caches: [{ ...counted, hits: 5, misses: 5, savedMs: 50 }] })
  await saveProcessSample({ ...sample, caches: [{ ...counted, hits: 8, misses: 6, savedMs: 350 }] })
  const { caches } = await (await get()).json()
  const kept = { entries: 0, bytes: 0, maxBytes: config().ocr.cache_size * 2 ** 20 }
  expect(caches).toEqual([{ ...counted, ...kept, hits: 3, misses: 1, savedMs: 300, hitRate: 0.75 }])
})

describe('without the token it', () => {
  const ask = async (query: string) => (await get(query, {})).json()

  test('tells sums and no name of a job, a worker or a machine', async () => {
    const all = await (await get()).text()
    const response = await get('', {})
    expect(response.status).toBe(200)
    const text = await response.text()
    const answer = JSON.parse(text)
    const ocr = expect.objectContaining({ operation: 'ocr', count: 10, errors: 1, p50Ms: 35, cacheHits: 1 })
    expect(answer.operations[1]).toEqual(ocr)
    expect(answer.system.workers).toEqual([{ state: 'READY', rssBytes: 300_000_000, load: 0.5 }])
    expect(answer.system.queue).toMatchObject({ waiting: 1 })
    expect(answer.failures).toEqual([{ code: 'INTERNAL', count: 1 }])
    for (const secret of [failedJob, '"one"', '"here"', 'workerId', 'jobId']) {
      expect(all).toContain(secret)
      expect(text).not.toContain(secret)
    }
    for (const key of ['slowestJobs', 'processes', 'alerts']) expect(answer).not.toHaveProperty(key)
  })

  test('answers few questions only', async () => {
    expect((await ask('?minutes=15&operation=render')).operations).toEqual([
      expect.objectContaining({ operation: 'render', count: 1 }),
    ])
    const problems = await Promise.all(
      ['minutes=16', 'minutes=43200', 'from=2026-01-01', 'worker=one', 'bucket=60', 'operation=x'].map((one) =>
        ask(`?${one}`),
      ),
    )
    expect(problems.map(({ problem }) => [problem.code, problem.field])).toEqual(
      ['minutes', 'minutes', 'from', 'worker', 'bucket', 'operation'].map((field) => ['INPUT_INVALID', field]),
    )
  })

  test('shares its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask('?minutes=1440')))
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1)
  })

  test('is answered where nobody can sign in, too', async () => {
    delete process.env.MEMEZAP_ADMIN_TOKEN
    expect((await get('', {})).status).toBe(200)
    process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  })
})

test('a wrong token is not taken for none', async () => {
  const response = await get('', { authorization: 'Bearer wrong-token-wrong-token' })
  expect(response.status).toBe(401)
  expect((await response.json()).problem.code).toBe('WRONG_TOKEN')
})
