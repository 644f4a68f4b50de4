import type { AlertKind } from '#core/alerts/alertKinds'
import type { Reading } from '#core/alerts/judge'
import type { Config } from '#core/config'
import type { Span } from '#core/performance/cutRange'
import { database } from '../database'
import { rowsIn } from '../performance/filter'
import { type JobOutcomes, jobOutcomes } from '../performance/jobOutcomes'
import { summarize } from '../performance/summarize'
import type { AlertCheck } from './alertCheck'

/** Each figure that is watched; what is switched off is left out. */
export type Figures = ReadonlyMap<AlertKind, Reading>

/**
 * How the figures are that `alerts` of the config watches.
 * @param check as `takeTurn` or `alertCheck` gave it
 * @param now the end of the time that is looked at
 */
export async function readFigures(
  { alerts, monitoring }: Pick<Config, 'alerts' | 'monitoring'>,
  { noWorkersSince }: AlertCheck,
  now: Date = new Date(),
): Promise<Figures> {
  // A little longer: rows of this very moment count, too, and machines' clocks differ.
  const to = now.getTime() + 1_000
  const span = { from: to - alerts.window_minutes * 60_000, to }
  const isAboutJobs = alerts.p95_ms > 0 || alerts.error_rate_percent > 0
  const outcomes = isAboutJobs ? await jobOutcomes(span) : { count: 0, failed: 0 }
  const ofJobs = (threshold: number, value: number | null): Reading => ({
    value: outcomes.count < Math.max(1, alerts.min_jobs / 2) ? null : value,
    threshold,
    isSure: outcomes.count >= alerts.min_jobs,
  })
  const figures = new Map<AlertKind, Reading>()
  if (alerts.p95_ms > 0)
    figures.set('P95_MS', ofJobs(alerts.p95_ms, await p95Ms(span, outcomes, monitoring.retention_days * 86_400_000)))
  if (alerts.error_rate_percent > 0) {
    const percent = outcomes.count === 0 ? null : (outcomes.failed / outcomes.count) * 100
    figures.set('ERROR_RATE_PERCENT', ofJobs(alerts.error_rate_percent, percent))
  }
  if (alerts.queue_age_seconds > 0)
    figures.set('QUEUE_AGE_SECONDS', {
      value: await queueAgeSeconds(),
      threshold: alerts.queue_age_seconds,
      isSure: true,
    })
  if (alerts.no_workers_seconds > 0) {
    const value = noWorkersSince === null ? 0 : Math.max(0, (now.getTime() - noWorkersSince.getTime()) / 1000)
    figures.set('NO_WORKERS_SECONDS', { value, threshold: alerts.no_workers_seconds, isSure: true })
  }
  return figures
}

/** The performance page's own number, but for imports while single rows can be read: minutes of one of them say nothing of memes. */
async function p95Ms(span: Span, { count }: JobOutcomes, keptMs: number): Promise<number | null> {
  if (count === 0) return null
  const { exact, operations } = await summarize(span, { operation: 'job' }, keptMs)
  if (!exact) return operations[0]?.p95Ms ?? null
  const [row] = await database().$queryRaw<{ p95: number | null }[]>`
    select percentile_cont(0.95) within group (order by duration_ms) as p95 from stage_row job
    where operation = 'job' and ${rowsIn([span])}
      and not exists (select from stage_row stage where stage.job_id = job.job_id and stage.operation = 'import')`
  return row?.p95 ?? null
}

async function queueAgeSeconds(): Promise<number> {
  const [row] = await database().$queryRaw<{ seconds: number }[]>`
    select coalesce(extract(epoch from now() - min(queued_at)), 0)::float8 as seconds from job where state = 'QUEUED'`
  return row!.seconds
}
