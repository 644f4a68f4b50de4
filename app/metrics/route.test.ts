import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { saveProcessSample } from '#store/performance/processSamples'
import { prunePerformance } from '#store/performance/prune'
import { rollUp } from '#store/performance/rollUp'
import { saveStageRows } from '#store/stageRows'
import { GET } from './route'

withTestStore()

beforeAll(() => {
  process.env.MEMEZAP_ADMIN_TOKEN = apiAdminToken
})
afterAll(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const get = (headers: Record<string, string> = { authorization: `Bearer ${apiAdminToken}` }) =>
  GET(new Request('http://site.test/metrics', { headers }))

/** The samples of one metric, by their labels. */
async function samples(name: string): Promise<Readonly<Record<string, number>>> {
  const text = await (await get()).text()
  const lines = text.matchAll(new RegExp(`^${name}\\{([^}]*)\\} (\\S+)$`, 'gm'))
  return Object.fromEntries(Array.from(lines, ([, labels, value]) => [labels!, Number(value)]))
}

test('tells Prometheus what was measured, in total, from rows and from sums, also after rows are deleted', async () => {
  await saveStageRows([
    stageRow('ocr', 4, { cacheHit: true }),
    stageRow('ocr', 120, { cacheHit: false }),
    stageRow('ocr', 99_000, { ok: false, errorCode: 'JOB_TIMEOUT' }),
    stageRow('job', 130, { cacheHit: false }),
  ])
  await database().$executeRaw`update stage_row set recorded_at = now() - interval '50 days'`
  const check = async () => {
    const buckets = await samples('memezap_operation_duration_seconds_bucket')
    const of = (le: string) => buckets[`le="${le}",operation="ocr"`] ?? buckets[`operation="ocr",le="${le}"`]
    expect([of('0.0025'), of('0.005'), of('0.1'), of('0.25'), of('60'), of('+Inf')]).toEqual([0, 1, 1, 2, 2, 3])
    expect(await samples('memezap_operation_duration_seconds_count')).toMatchObject({ 'operation="ocr"': 3 })
    const sums = await samples('memezap_operation_duration_seconds_sum')
    expect(sums['operation="ocr"']).toBeCloseTo(99.124)
    expect(await samples('memezap_operation_failures_total')).toEqual({ 'operation="ocr",code="JOB_TIMEOUT"': 1 })
    expect(await samples('memezap_cache_requests_total')).toEqual({
      'operation="ocr",result="hit"': 1,
      'operation="ocr",result="miss"': 1,
    })
  }
  await check()
  await rollUp()
  await check()
  await prunePerformance(30)
  expect(await database().stageRow.count()).toBe(0)
  await check()
})

test('is text as Prometheus reads it', async () => {
  const response = await get()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await response.text()
  expect(text).toContain('# TYPE memezap_operation_duration_seconds histogram')
  expect(text).toContain('memezap_workers{state="READY"} 0')
})

test('tells an empty queue as zero, for each kind: what is not told would be a gap in a chart, and no alert', async () => {
  const kinds = { 'kind="GENERATE"': 0, 'kind="ANALYZE"': 0, 'kind="IMPORT"': 0, 'kind="TEMPLATE_PICTURE"': 0 }
  for (const name of ['waiting', 'running', 'oldest_seconds'])
    expect(await samples(`memezap_queue_${name}`)).toEqual(kinds)
})

test('tells what each process has counted of its caches, and which alerts are open', async () => {
  const counted = { evictions: 2, failures: 0, savedMs: 1500, entries: 7, bytes: null, maxBytes: null }
  const sample = { kind: 'worker', rssBytes: 1, heapUsedBytes: 1, cpu: 0, load: 0, kept: true } as const
  const save = (processId: string, hits: number) =>
    saveProcessSample({
      ...sample,
      processId,
      caches: [{ ...counted, name: 'decoded', tier: 'memory', hits, misses: 1 }],
    })
  await save('gone', 100)
  await database().$executeRaw`update process_sample set recorded_at = now() - interval '1 hour'`
  await save('machine-1-aa', 3)
  await save('machine-1-aa', 4)
  await save('machine-2-bb', 9)
  expect(await samples('memezap_cache_hits_total')).toEqual({
    'cache="decoded",tier="memory",process="machine-1-aa"': 4,
    'cache="decoded",tier="memory",process="machine-2-bb"': 9,
  })
  expect(Object.values(await samples('memezap_cache_saved_seconds_total'))).toEqual([1.5, 1.5])
  expect(await samples('memezap_cache_entries')).toMatchObject({
    'cache="decoded",tier="memory",process="machine-1-aa"': 7,
    'cache="decoded",tier="memory",process="machine-2-bb"': 7,
    'cache="ocr",tier="postgres",process=""': 0,
  })
  // The memories of these two do not say.
  const bytes = ['ocr', 'embedding', 'fingerprint', 'match', 'analysis', 'meme'].map(
    (name) => [`cache="${name}",tier="postgres",process=""`, 0] as const,
  )
  expect(await samples('memezap_cache_bytes')).toEqual(Object.fromEntries(bytes))
  expect(await samples('memezap_alert')).toMatchObject({ 'kind="P95_MS"': 0, 'kind="NO_WORKERS_SECONDS"': 0 })
})

test('has no names of machines for who has no token', async () => {
  const text = await (await get({})).text()
  expect(text).toMatch(/memezap_cache_hits_total\{cache="decoded",tier="memory",process="[0-9a-f]{8}"\} 4/)
  expect(text).not.toContain('machine-')
})
