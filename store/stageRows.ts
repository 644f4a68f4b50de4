import type { Stage } from '#core/stage'
import { database } from './database'

/** One stage of one job, as the performance page shows it. */
export interface StageMeasurement {
  readonly jobId: string
  /** A stage, or `job` for the whole. */
  readonly operation: Stage | 'job'
  readonly startedAt: Date
  readonly durationMs: number
  /** How long the job waited in the queue before. */
  readonly queuedMs: number
  readonly ok: boolean
  readonly errorCode: string | null
  /** Null where there is no cache. */
  readonly cacheHit: boolean | null
  readonly rssBeforeBytes: number | null
  readonly rssAfterBytes: number | null
  readonly device: string | null
  readonly model: string | null
  readonly workerId: string
  readonly attempt: number
}

const bigOrNull = (bytes: number | null): bigint | null => (bytes === null ? null : BigInt(Math.round(bytes)))

/** Writes a job's rows in one batch. */
export async function saveStageRows(rows: readonly StageMeasurement[]): Promise<void> {
  await database().stageRow.createMany({
    data: rows.map((row) => ({
      ...row,
      rssBeforeBytes: bigOrNull(row.rssBeforeBytes),
      rssAfterBytes: bigOrNull(row.rssAfterBytes),
    })),
  })
}

/** How long an operation took in the time asked for, in milliseconds, and how it ended. */
export interface OperationSummary {
  readonly operation: string
  readonly count: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  /** 0..1 */
  readonly errorRate: number
  readonly cacheHits: number
  readonly cacheMisses: number
}

/** Per operation, over the rows since a moment; percentiles from the raw rows. */
export async function summarizeStages(since: Date): Promise<OperationSummary[]> {
  return database().$queryRaw<OperationSummary[]>`
    select operation, count(*)::int as count,
      percentile_cont(0.5) within group (order by duration_ms) as "p50Ms",
      percentile_cont(0.95) within group (order by duration_ms) as "p95Ms",
      percentile_cont(0.99) within group (order by duration_ms) as "p99Ms",
      avg((not ok)::int)::float8 as "errorRate",
      count(*) filter (where cache_hit)::int as "cacheHits",
      count(*) filter (where not cache_hit)::int as "cacheMisses"
    from stage_row where started_at >= ${since} group by operation order by operation`
}
