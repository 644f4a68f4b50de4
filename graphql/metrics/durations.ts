import { middleOf } from '#core/performance/durationBuckets'
import type { Total } from '#store/performance/totals'

/** Upper borders of the buckets that /metrics tells, in seconds. */
export const secondBorders = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] as const

/** How many durations were at most as long as each border, within the buckets' error. */
export function belowBorders(totals: readonly Pick<Total, 'buckets' | 'counts'>[]): readonly number[] {
  return secondBorders.map((border) =>
    totals.reduce(
      (sum, { buckets, counts }) =>
        sum + counts.reduce((part, count, index) => part + (middleOf(buckets[index]!) <= border * 1000 ? count : 0), 0),
      0,
    ),
  )
}
