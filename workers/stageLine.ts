import type { Config } from '#core/config'
import type { StageMeasurement } from '#store/stageRows'

/**
 * What the log says of a stage that has ended, as `monitoring.log_timing` and `log_memory_usage` want it: never what was on the picture or in the
 * words.
 * @returns undefined when neither is wanted
 */
export function stageLine(
  row: StageMeasurement,
  { log_timing, log_memory_usage }: Pick<Config['monitoring'], 'log_timing' | 'log_memory_usage'>,
): Readonly<Record<string, unknown>> | undefined {
  if (!log_timing && !log_memory_usage) return undefined
  const { jobId, operation, ok, errorCode, cacheHit, attempt, rssBeforeBytes, rssAfterBytes } = row
  const timing = {
    durationMs: Math.round(row.durationMs * 10) / 10,
    waitedMs: Math.round(row.waitedMs ?? 0),
    queuedMs: Math.round(row.queuedMs),
  }
  return {
    ...{ jobId, operation, ok, errorCode, cacheHit, attempt },
    ...(log_timing ? timing : {}),
    ...(log_memory_usage ? { rssBeforeBytes, rssAfterBytes } : {}),
  }
}
