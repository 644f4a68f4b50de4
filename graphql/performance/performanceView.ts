import type { Config } from '#core/config'
import { type BucketSeconds, bucketSecondsFor } from '#core/performance/bucketSeconds'
import type { Span } from '#core/performance/cutRange'
import { spanOf, timeBefore } from '#core/performance/range'
import type { PerformanceFilter } from '#store/performance/filter'
import { type OperationSummary, type Summary, summarize } from '#store/performance/summarize'
import type { PerformanceQuestion } from './performanceQuestion'

/** An operation's figures in the time asked for, and in the time of the same length before. */
export interface ComparedOperation {
  readonly operation: string
  readonly now: OperationSummary
  readonly before: OperationSummary | null
}

/** A question about performance at one moment: what its answers share. */
export interface PerformanceView {
  readonly at: Date
  readonly span: Span
  readonly filter: PerformanceFilter
  readonly bucketSeconds: BucketSeconds
  /** Figures of the time asked for; read once. */
  readonly summary: () => Promise<Summary>
  /** The same with the time before. */
  readonly compared: () => Promise<readonly ComparedOperation[]>
}

/** Fixes the time that is meant now; nothing is read yet. */
export function viewPerformance(
  { range, filter, bucketSeconds }: PerformanceQuestion,
  { monitoring }: Pick<Config, 'monitoring'>,
  at: Date = new Date(),
): PerformanceView {
  const span = spanOf(range, at)
  const keptMs = monitoring.retention_days * 86_400_000
  let asked: Promise<Summary> | undefined
  const summary = () => {
    asked ??= summarize(span, filter, keptMs)
    return asked
  }
  return {
    at,
    span,
    filter,
    bucketSeconds: bucketSeconds ?? bucketSecondsFor((span.to - span.from) / 1000),
    summary,
    async compared() {
      const [{ operations }, before] = await Promise.all([summary(), summarize(timeBefore(span), filter, keptMs)])
      const known = new Map(before.operations.map((one) => [one.operation, one]))
      return operations.map((now) => ({ operation: now.operation, now, before: known.get(now.operation) ?? null }))
    },
  }
}
