import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { requestJob } from '#store/jobs/requestJob'
import { type StageMeasurement, saveStageRows } from '#store/stageRows'
import { saveSignOfLife } from '#store/workers'
import { GET } from './route'

withTestStore()

const row = (durationMs: number, changes: Partial<StageMeasurement> = {}): StageMeasurement => ({
  jobId: randomUUID(),
  operation: 'ocr',
  startedAt: new Date(),
  durationMs,
  queuedMs: 1,
  ok: true,
  errorCode: null,
  cacheHit: false,
  rssBeforeBytes: 1,
  rssAfterBytes: 2,
  device: 'cpu',
  model: 'PP-OCRv4',
  workerId: 'one',
  attempt: 1,
  ...changes,
})

beforeAll(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  await saveStageRows([
    ...Array.from({ length: 8 }, (_, index) => row(10 * (index + 1))),
    row(1, { cacheHit: true }),
    row(0, { ok: false, errorCode: 'JOB_TIMEOUT', cacheHit: null }),
    row(99_999),
    row(5, { operation: 'render', cacheHit: null }),
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

describe('is', () => {
  test('not for everybody', async () => {
    const response = await get('', {})
    expect(response.status).toBe(401)
    expect((await response.json()).problem.code).toBe('NOT_SIGNED_IN')
  })

  test('refused without an admin token that could be known', async () => {
    delete process.env.MEMEZAP_ADMIN_TOKEN
    expect((await (await get('', {})).json()).problem.code).toBe('CURATION_OFF')
    process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
  })
})
