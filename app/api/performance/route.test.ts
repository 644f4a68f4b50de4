import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
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
  await saveStageRows([
    ...Array.from({ length: 8 }, (_, index) => row(10 * (index + 1))),
    row(1, { cacheHit: true }),
    row(0, { ok: false, errorCode: 'JOB_TIMEOUT', cacheHit: null }),
    row(99_999, { startedAt: new Date(Date.now() - 3 * 3_600_000) }),
    row(5, { operation: 'render', cacheHit: null }),
  ])
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

const get = (query = '') => GET(new Request(`http://site.test/api/performance${query}`))

test('sums up the last hour per operation, failures too', async () => {
  const { minutes, operations } = await (await get()).json()
  expect(minutes).toBe(60)
  expect(operations).toEqual([
    {
      operation: 'ocr',
      count: 10,
      p50Ms: 35,
      p95Ms: expect.closeTo(75.5),
      p99Ms: expect.closeTo(79.1),
      errorRate: 0.1,
      cacheHits: 1,
      cacheMisses: 8,
    },
    { operation: 'render', count: 1, p50Ms: 5, p95Ms: 5, p99Ms: 5, errorRate: 0, cacheHits: 0, cacheMisses: 0 },
  ])
})

test('looks further back when asked to', async () => {
  const { operations } = await (await get('?minutes=240')).json()
  expect(operations[0]).toMatchObject({ operation: 'ocr', count: 11, p99Ms: expect.any(Number) })
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

test.each(['0', '-1', '1.5', 'x', '', '99999'])('refuses minutes=%s', async (minutes) => {
  const response = await get(`?minutes=${minutes}`)
  expect(response.status).toBe(400)
  expect((await response.json()).problem).toMatchObject({ code: 'INPUT_INVALID', field: 'minutes' })
})
