import { cutRange, type Span } from '#core/performance/cutRange'
import { exceededBy, type Histogram } from '#core/performance/durationBuckets'
import { database } from '../database'
import type { Job } from '../generated/prisma/client'
import { beginnings, bucketsSql } from './entries'
import { filterSql, type PerformanceFilter, rowColumns, rowsIn } from './filter'
import { rolledUntil } from './rolledUntil'

/** No sum is of a longer time. */
const LONGEST_MS = 86_400_000

/** A job that took long. */
export interface SlowJob {
  readonly jobId: string
  /** Null when the job's row is gone. */
  readonly kind: Job['kind'] | null
  /** When it ended. */
  readonly at: Date
  readonly durationMs: number
  /** How long it waited before. */
  readonly queuedMs: number
  readonly ok: boolean
  readonly errorCode: string | null
  /** See `PerformanceFilter.cacheHit`. */
  readonly cacheHit: boolean | null
  readonly workerId: string
}

/**
 * The jobs of a time that took longest, without their wait. Only as far back as rows are kept. A filter's operation is not looked at.
 * @param count how many
 */
export async function slowestJobs(range: Span, filter: PerformanceFilter, count: number): Promise<readonly SlowJob[]> {
  const ofJobs = { ...filter, operation: 'job' }
  const cut = cutRange(range, await rolledUntil())
  const [found] = await database().$queryRaw<(Histogram & { first: number | null; last: number })[]>`
    select coalesce(array_agg(b::int), '{}') as buckets, coalesce(array_agg(n), '{}') as counts, min(first) as first, max(last) as last
    from (select b, sum(n)::float8 as n, min(step) as first, max(step) as last from (${bucketsSql(cut, ofJobs, beginnings)}) entry group by b) merged`
  const { first, last, ...histogram } = found!
  if (first === null) return []
  // Without these Postgres looks at all jobs of the time, half a second for a day of them; with them an index holds the few that may count.
  const border = exceededBy(count, histogram)
  const part = { from: Math.max(range.from, first * 1000), to: Math.min(range.to, last * 1000 + LONGEST_MS) }
  return database().$queryRaw<SlowJob[]>`
    select slow.job_id as "jobId", job.kind, slow.recorded_at as at, slow.duration_ms as "durationMs", slow.queued_ms as "queuedMs", slow.ok,
      slow.error_code as "errorCode", slow.cache_hit as "cacheHit", slow.worker_id as "workerId"
    from (
      select * from stage_row where operation = 'job' and duration_ms > ${border} and ${rowsIn([part])} and ${filterSql(ofJobs, rowColumns)}
      order by duration_ms desc limit ${count}) slow
    left join job on job.id = slow.job_id order by slow.duration_ms desc`
}
