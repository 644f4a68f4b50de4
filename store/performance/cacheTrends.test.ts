import { expect, test } from 'vitest'
import { type CacheCounters, cacheNames } from '#core/cacheCounters'
import { withTestStore } from '#e2e/support/testStore'
import { cacheTrends } from './cacheTrends'
import { saveProcessSample } from './processSamples'
import { cachesOfProcess, reportCache } from './reportCache'

withTestStore()

const DAY_MS = 86_400_000
/** A whole day, some time ago: steps begin where it does. */
const day = Math.floor(Date.now() / DAY_MS) * DAY_MS - 3 * DAY_MS
const hour = (number: number): number => day + number * 3_600_000

const counted = (changes: Partial<CacheCounters>): CacheCounters => ({
  name: 'decoded',
  tier: 'memory',
  hits: 0,
  misses: 0,
  evictions: 0,
  failures: 0,
  savedMs: 0,
  entries: 0,
  bytes: 0,
  maxBytes: 100,
  ...changes,
})

async function sampled(processId: string, atMs: number, ...caches: Partial<CacheCounters>[]): Promise<void> {
  const plain = { kind: 'worker', rssBytes: 1, heapUsedBytes: 1, cpu: 0, load: 0, kept: true } as const
  await saveProcessSample({ processId, ...plain, caches: caches.map(counted) }, new Date(atMs))
}

test('counts what was counted in each step by all processes, whatever they had counted before', async () => {
  // One runs since before, another begins in the time.
  await sampled('old', hour(6) - 300_000, { hits: 90 })
  await sampled('old', hour(6) - 10_000, { hits: 100, misses: 10 })
  await sampled('old', hour(6) + 10_000, { hits: 101, misses: 10 })
  await sampled('old', hour(6) + 20_000, { hits: 104, misses: 11, savedMs: 30, bytes: 40, entries: 4 })
  await sampled('old', hour(7) + 10_000, { hits: 109, misses: 11, savedMs: 50, bytes: 60, entries: 6 })
  await sampled('new', hour(7) + 10_000, {})
  await sampled('new', hour(7) + 20_000, { hits: 2, evictions: 1, failures: 1, bytes: 5, entries: 1 })
  await sampled('old', hour(8) + 10_000, { hits: 1000 })
  const [trend, ...others] = await cacheTrends({ from: hour(6), to: hour(8) }, 3600)
  expect(others).toEqual([])
  const rest = { maxBytes: 100, evictions: 0, failures: 0 }
  expect(trend!.points).toEqual([
    { ...rest, at: new Date(hour(6)), hits: 4, misses: 1, savedMs: 30, bytes: 40, entries: 4 },
    {
      at: new Date(hour(7)),
      hits: 7,
      misses: 0,
      savedMs: 20,
      bytes: 65,
      entries: 7,
      maxBytes: 200,
      evictions: 1,
      failures: 1,
    },
  ])
  const whole = { name: 'decoded', tier: 'memory', hits: 11, misses: 1, savedMs: 50, evictions: 1, bytes: 65 }
  expect(trend).toMatchObject(whole)
  // From shorter sums, and from the samples themselves.
  for (const seconds of [900, 300, 60]) {
    const [finer, ...rest] = await cacheTrends({ from: hour(6), to: hour(8) }, seconds)
    expect(rest).toEqual([])
    expect(finer).toMatchObject({ ...whole, points: [{ at: new Date(hour(6)), hits: 4 }, { at: new Date(hour(7)) }] })
  }
})

test('takes a counter that fell for one that began anew, and keeps no amount of a process twice', async () => {
  await sampled('again', hour(15), { hits: 50, bytes: 10 })
  await sampled('again', hour(15) + 15_000, { hits: 3, bytes: 4 })
  await sampled('again', hour(15) + 300_000, { hits: 4, bytes: 6 })
  const [trend] = await cacheTrends({ from: hour(15), to: hour(16) }, 300)
  expect(trend!.points.map(({ hits, bytes }) => [hits, bytes])).toEqual([
    [53, 4],
    [1, 6],
  ])
})

test('processes that tell at the same moment all count', async () => {
  const caches = cacheNames.map((name) => ({ name, hits: 1, bytes: 2 }))
  const processes = Array.from({ length: 8 }, (_, index) => `at once ${index}`)
  await Promise.all(processes.map((id, index) => sampled(id, hour(18), ...(index % 2 ? caches : caches.toReversed()))))
  const trends = await cacheTrends({ from: hour(18), to: hour(19) }, 3600)
  expect(trends.map(({ hits, bytes }) => [hits, bytes])).toEqual(cacheNames.map(() => [8, 16]))
})

test('takes what only the shared store knows as not known, and a cache that appears later from nothing', async () => {
  await sampled('late', hour(12), {})
  await sampled(
    'late',
    hour(12) + 15_000,
    {},
    { name: 'ocr', tier: 'postgres', hits: 3, entries: null, bytes: null, maxBytes: null },
  )
  const trends = await cacheTrends({ from: hour(12), to: hour(13) }, 60)
  expect(trends.map(({ name, hits, bytes }) => [name, hits, bytes])).toEqual([
    ['decoded', 0, 0],
    ['ocr', 3, null],
  ])
})

test('reads the counters of each cache that is reported', () => {
  const stop = reportCache(() => counted({ hits: 5 }))
  expect(cachesOfProcess()).toEqual([counted({ hits: 5 })])
  stop()
  expect(cachesOfProcess()).toEqual([])
})
