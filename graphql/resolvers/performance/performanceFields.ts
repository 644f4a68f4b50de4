import type { ErrorCode } from '#core/errors'
import { performanceChoices } from '#store/performance/choices'
import { failures } from '#store/performance/failures'
import { processTrends } from '#store/performance/processSamples'
import { queueByKind } from '#store/performance/queueByKind'
import { series } from '#store/performance/series'
import { slowestJobs } from '#store/performance/slowestJobs'
import { livingWorkers } from '#store/workers'
import type { LivingWorkerResolvers, PerformanceResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'
import { jobSlots } from '../../performance/jobSlots'

/** What is asked of a view is read when it is asked for. */
export const performanceFields: PerformanceResolvers = {
  from: ({ span }) => new Date(span.from),
  to: ({ span }) => new Date(span.to),
  exact: async ({ summary }) => (await summary()).exact,
  operations: ({ compared }) => compared(),
  series: ({ span, filter, bucketSeconds }) => series(span, filter, bucketSeconds),
  failures: async ({ span, filter }) =>
    (await failures(span, filter)).map(({ code, ...rest }) => ({ code: code as ErrorCode, ...rest })),
  slowestJobs: ({ span, filter }, { first }) => slowestJobs(span, filter, inRange('first', first ?? 10, 1, 100)),
  processes: ({ span, bucketSeconds }) => processTrends(span, bucketSeconds),
  queue: async (_view, _args, { config }) => queueByKind(await jobSlots(config)),
  workers: (_view, _args, { config }) => livingWorkers(config.queue.dead_after_seconds),
  choices: () => performanceChoices(),
}

/** How a worker's row becomes what curators see. */
export const livingWorkerFields: LivingWorkerResolvers = {
  rssBytes: ({ rssBytes }) => Number(rssBytes),
  devices: ({ models }) => devicesOf(models),
}

/** What a worker's models say of where they run. */
function devicesOf(models: unknown): string[] {
  const reports = Object.values((models ?? {}) as Record<string, unknown>)
  const devices = reports.map((report) => (report as { readonly device?: unknown } | null)?.device)
  return [...new Set(devices.filter((device) => typeof device === 'string'))]
}
