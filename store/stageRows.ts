import type { Stage } from '#core/stage'
import { database } from './database'
import { WRITERS_LOCK } from './performance/writersLock'

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
  /** Null where there is no cache. A whole job: true when all of its caches hit, false when one did not. */
  readonly cacheHit: boolean | null
  readonly rssBeforeBytes: number | null
  readonly rssAfterBytes: number | null
  readonly device: string | null
  readonly model: string | null
  readonly workerId: string
  readonly attempt: number
  /** Of its duration: how long it stood in line for a thread, a process or room in memory. */
  readonly waitedMs?: number | null
  /** Bytes of what it began with and of what it made: files as they are encoded, open pictures as they lie in memory. */
  readonly inputBytes?: number | null
  readonly outputBytes?: number | null
  /** Size of the picture that it worked on. */
  readonly widthPx?: number | null
  readonly heightPx?: number | null
}

const wholeOrNull = (bytes: number | null): number | null => (bytes === null ? null : Math.round(bytes))

/** Writes a job's rows in one batch, one statement: see `WRITERS_LOCK` for why it takes a lock, which it never waits for longer than an instant. */
export async function saveStageRows(rows: readonly StageMeasurement[]): Promise<void> {
  const batch = rows.map((row) => ({
    ...row,
    rssBeforeBytes: wholeOrNull(row.rssBeforeBytes),
    rssAfterBytes: wholeOrNull(row.rssAfterBytes),
  }))
  await database().$executeRaw`
    with lock as materialized (select pg_advisory_xact_lock_shared(${WRITERS_LOCK}::bigint))
    insert into stage_row (job_id, operation, started_at, duration_ms, queued_ms, ok, error_code, cache_hit, rss_before_bytes, rss_after_bytes,
      device, model, worker_id, attempt, waited_ms, input_bytes, output_bytes, width_px, height_px, recorded_at)
    select "jobId", operation, "startedAt", "durationMs", "queuedMs", ok, "errorCode", "cacheHit", "rssBeforeBytes", "rssAfterBytes",
      device, model, "workerId", attempt, "waitedMs", "inputBytes", "outputBytes", "widthPx", "heightPx", clock_timestamp()
    from lock, jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as batch("jobId" uuid, operation text, "startedAt" timestamptz,
      "durationMs" float8, "queuedMs" float8, ok boolean, "errorCode" text, "cacheHit" boolean, "rssBeforeBytes" bigint, "rssAfterBytes" bigint,
      device text, model text, "workerId" text, attempt int, "waitedMs" float8, "inputBytes" bigint, "outputBytes" bigint,
      "widthPx" int, "heightPx" int)`
}
