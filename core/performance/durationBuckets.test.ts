import { expect, test } from 'vitest'
import {
  bucketOf,
  exceededBy,
  FIRST_BUCKET,
  type Histogram,
  LAST_BUCKET,
  middleOf,
  percentilesOf,
  RELATIVE_ERROR,
} from './durationBuckets'

function histogramOf(durations: readonly number[]): Histogram {
  const counts = new Map<number, number>()
  for (const duration of durations) counts.set(bucketOf(duration), (counts.get(bucketOf(duration)) ?? 0) + 1)
  return { buckets: [...counts.keys()], counts: [...counts.values()] }
}

test('the middle of a bucket is near everything in it', () => {
  expect(RELATIVE_ERROR).toBeLessThan(0.025)
  for (let duration = 0.011; duration < 1e7; duration *= 1.013)
    expect(Math.abs(middleOf(bucketOf(duration)) - duration) / duration).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-12)
})

test('what is too short or too long is counted at the ends', () => {
  expect([bucketOf(-1), bucketOf(0), bucketOf(1e-9), bucketOf(1e12)]).toEqual([
    FIRST_BUCKET,
    FIRST_BUCKET,
    FIRST_BUCKET,
    LAST_BUCKET,
  ])
})

test('percentiles are those of the values by rank, within the error', () => {
  const durations = Array.from({ length: 5_000 }, (_, index) => 1.5 ** ((index * 7_919) % 25) + index / 100)
  const sorted = durations.toSorted((a, b) => a - b)
  const shares = [0, 0.5, 0.95, 0.99, 1]
  const found = percentilesOf(histogramOf(durations), shares)!
  for (const [index, share] of shares.entries()) {
    const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
    expect(Math.abs(found[index]! - exact) / exact).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-12)
  }
})

test('an empty histogram has none', () => {
  expect(percentilesOf({ buckets: [], counts: [] }, [0.5])).toBeNull()
})

test('says which duration the longest exceed', () => {
  const durations = Array.from({ length: 1_000 }, (_, index) => 1.3 ** (index % 40))
  for (const count of [1, 10, 300, 1_000]) {
    const border = exceededBy(count, histogramOf(durations))
    expect(durations.filter((duration) => duration > border).length).toBeGreaterThanOrEqual(count)
  }
  const border = exceededBy(10, histogramOf(durations))
  expect(durations.filter((duration) => duration > border).length).toBeLessThan(60)
  expect(exceededBy(1_001, histogramOf(durations))).toBe(0)
  expect(exceededBy(1, { buckets: [], counts: [] })).toBe(0)
  expect(exceededBy(1, histogramOf([0]))).toBe(0)
})
