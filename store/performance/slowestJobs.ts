import { cutRange, type Span } from '#core/performance/cutRange'
import { exceededBy, type Histogram } from '#core/performance/durationBuckets'
import { database } from '../database'
import type { Job } from '../generated/prisma/client'
import { bucketsSql } from './entries'
import { filterSql, type PerformanceFilter, rowColumns, rowsIn } from './filter'
import { rolledUntil } from './rolledUntil'

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
  const [histogram] = await database().$queryRaw<Histogram[]>`
    select coalesce(array_agg(b::int), '{}') as buckets, coalesce(array_agg(n), '{}') as counts
    from (select b, sum(n)::float8 as n from (${bucketsSql(cut, ofJobs)}) entry group by b) merged`
  // Without it Postgres sorts all jobs of the time, half a second for a day of them; with it an index holds the few that may count.
  const border = exceededBy(count, histogram!)
  return database().$queryRaw<SlowJob[]>`
    select slow.job_id as "jobId", job.kind, slow.recorded_at as at, slow.duration_ms as "durationMs", slow.queued_ms as "queuedMs", slow.ok,
      slow.error_code as "errorCode", slow.cache_hit as "cacheHit", slow.worker_id as "workerId"
    from (
      select * from stage_row where operation = 'job' and duration_ms > ${border} and ${rowsIn([range])} and ${filterSql(ofJobs, rowColumns)}
      order by duration_ms desc limit ${count}) slow
    left join job on job.id = slow.job_id order by slow.duration_ms desc`
}
