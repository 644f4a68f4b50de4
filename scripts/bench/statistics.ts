import { percentile } from '#scripts/eval/percentile'

/** What is said of some durations, in milliseconds. */
export interface Durations {
  readonly n: number
  readonly p50: number
  /** The smallest that at least 95 % do not exceed: of less than twenty, the longest. */
  readonly p95: number
}

/** The middle value, or the mean of the two middle ones; of at least one value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Of at least one duration. */
export const durations = (ms: readonly number[]): Durations => ({
  n: ms.length,
  p50: median(ms),
  p95: percentile(ms, 0.95),
})

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
