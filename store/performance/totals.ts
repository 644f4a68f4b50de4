import type { Histogram } from '#core/performance/durationBuckets'
import { database } from '../database'
import { durationBucket, rowCache, rowErrorCode } from './durationBucket'

/** Everything of one kind that was ever measured. */
export interface Total extends Histogram {
  readonly operation: string
  /** Empty: it worked. */
  readonly errorCode: string
  readonly cache: 'hit' | 'miss' | 'none'
  readonly count: number
  readonly sumMs: number
}

/** What was ever measured, up to now; no figure ever gets smaller, also when rows and sums are deleted. */
export async function performanceTotals(): Promise<readonly Total[]> {
  return database().$queryRaw<Total[]>`
    with entries as (
      select operation, error_code, cache, entry.b, entry.n, case when entry.nth = 1 then sum_ms else 0 end as s
      from stage_rollup, unnest(buckets, counts) with ordinality as entry(b, n, nth) where level = 'total'
      union all
      select operation, ${rowErrorCode}, ${rowCache}, ${durationBucket}, count(*), sum(duration_ms) from stage_row
      where recorded_at >= coalesce((select minutes_until from stage_rollup_state), '-infinity') group by 1, 2, 3, 4),
    merged as (select operation, error_code, cache, b, sum(n) as n, sum(s) as s from entries group by 1, 2, 3, 4)
    select operation, error_code as "errorCode", cache, sum(n)::float8 as count, sum(s)::float8 as "sumMs",
      array_agg(b::int) as buckets, array_agg(n::float8) as counts
    from merged group by 1, 2, 3 order by 1, 2, 3`
}
