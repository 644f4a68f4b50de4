import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiAdminToken } from '#e2e/support/api'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
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

test('is not for everybody', async () => {
  expect((await get({})).status).toBe(401)
})
