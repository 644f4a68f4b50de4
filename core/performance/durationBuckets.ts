/**
 * Durations are counted in buckets whose borders grow by a constant factor, as DDSketch does (Masson, Rim and Lee: "DDSketch", VLDB 2019): counts of
 * equal buckets can be added up, and a percentile read from them is wrong by at most `RELATIVE_ERROR` of itself, whatever was added up.
 */
export const GAMMA = 1.05

/** (γ − 1) / (γ + 1): 2.44 %. */
export const RELATIVE_ERROR = (GAMMA - 1) / (GAMMA + 1)

/** Shorter than 0.01 ms, or longer than eleven hours, is counted with these. */
export const FIRST_BUCKET = -94
export const LAST_BUCKET = 360

/** Bucket i holds durations over γ^(i−1) and up to γ^i milliseconds. SQL says the same in `store/performance/durationBucket.ts`. */
export function bucketOf(durationMs: number): number {
  if (durationMs <= 0) return FIRST_BUCKET
  return Math.min(LAST_BUCKET, Math.max(FIRST_BUCKET, Math.ceil(Math.log(durationMs) / Math.log(GAMMA))))
}

/** The milliseconds that are at most `RELATIVE_ERROR` away from everything in a bucket. */
export const middleOf = (bucket: number): number => (2 * GAMMA ** bucket) / (GAMMA + 1)

/** How many durations fell into which bucket: parallel lists, in any order, each bucket once. */
export interface Histogram {
  readonly buckets: readonly number[]
  readonly counts: readonly number[]
}

/**
 * Percentiles of a histogram: for each share the middle of the bucket that holds the value of that rank.
 * @param shares 0..1, rising
 * @returns milliseconds, one for each share; null for an empty histogram
 */
export function percentilesOf({ buckets, counts }: Histogram, shares: readonly number[]): readonly number[] | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return null
  const order = buckets.map((_, index) => index).sort((a, b) => buckets[a]! - buckets[b]!)
  const found: number[] = []
  let below = 0
  for (const index of order) {
    below += counts[index]!
    // The rank of percentile_disc: the first value that has at least this share at or below it.
    while (found.length < shares.length && below >= shares[found.length]! * total) found.push(middleOf(buckets[index]!))
  }
  while (found.length < shares.length) found.push(found.at(-1)!)
  return found
}

/** A duration in milliseconds that at least `count` of a histogram's are longer than; 0 when there are not so many. */
export function exceededBy(count: number, { buckets, counts }: Histogram): number {
  const order = buckets.map((_, index) => index).sort((a, b) => buckets[b]! - buckets[a]!)
  let above = 0
  for (const index of order) {
    above += counts[index]!
    // The lower border of the bucket, and a little less: SQL and we may round differently.
    if (above >= count && buckets[index]! > FIRST_BUCKET) return GAMMA ** (buckets[index]! - 1) * 0.999
  }
  return 0
}
