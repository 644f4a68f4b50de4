import { cutRange, type Span } from '#core/performance/cutRange'
import { database } from '../database'
import { countsSql } from './entries'
import { filterSql, type PerformanceFilter, rowColumns, rowsIn } from './filter'
import { rolledUntil } from './rolledUntil'

/** A job that failed. */
export interface FailedJob {
  readonly jobId: string
  /** The stage in which it failed; null when it was none. */
  readonly stage: string | null
  /** When it ended. */
  readonly at: Date
}

/** Jobs that failed for the same reason. */
export interface Failures {
  /** core/errors.ts */
  readonly code: string
  readonly count: number
  /** The latest five; fewer or none when their rows are gone. */
  readonly jobs: readonly FailedJob[]
}

const LATEST = 5

/** Failed jobs of a time by reason, the most frequent first. A filter's operation is not looked at: whole jobs are counted. */
export async function failures(range: Span, filter: PerformanceFilter): Promise<readonly Failures[]> {
  const ofJobs = { ...filter, operation: 'job' }
  const cut = cutRange(range, await rolledUntil())
  const rows = await database().$queryRaw<{ code: string; count: number; jobs: FailedJobRow[] | null }[]>`
    with failed as materialized (
      select error_code as code, sum(count)::float8 as count from (${countsSql(cut, ofJobs)}) entry where error_code <> '' group by error_code)
    select code, count, (
      select jsonb_agg(latest) from (
        select job_id as "jobId", extract(epoch from recorded_at) * 1000 as at, (
          select operation from stage_row stage
          where stage.job_id = job.job_id and stage.attempt = job.attempt and not stage.ok and stage.operation <> 'job' order by id limit 1) as stage
        from stage_row job where error_code = code and not ok and operation = 'job'
          and ${rowsIn([range])} and ${filterSql(ofJobs, rowColumns)}
        order by recorded_at desc limit ${LATEST}) latest) as jobs
    from failed order by count desc, code`
  return rows.map(({ code, count, jobs }) => ({
    code,
    count,
    jobs: (jobs ?? []).map(({ at, ...job }) => ({ ...job, at: new Date(Number(at)) })),
  }))
}

interface FailedJobRow {
  readonly jobId: string
  readonly stage: string | null
  readonly at: number
}
