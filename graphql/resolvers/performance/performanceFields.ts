import { hitRate } from '#core/performance/hitRate'
import { alertCheck } from '#store/alerts/alertCheck'
import { type CacheTrend, cacheTrends } from '#store/performance/cacheTrends'
import { performanceChoices } from '#store/performance/choices'
import { databaseNow } from '#store/performance/databaseNow'
import { failures } from '#store/performance/failures'
import { processTrends } from '#store/performance/processSamples'
import { queueByKind } from '#store/performance/queueByKind'
import { series } from '#store/performance/series'
import { withSharedSizes } from '#store/performance/sharedSizes'
import { slowestJobs } from '#store/performance/slowestJobs'
import { splits } from '#store/performance/splits'
import { livingWorkers } from '#store/workers'
import type { LivingWorkerResolvers, PerformanceResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'
import { openSubscriptions } from '../../limits/subscriptionSlots'
import { jobSlots } from '../../performance/jobSlots'
import { workerModels } from '../../performance/workerModels'
import { workKindNames } from '../service/workKindName'

/** What is asked of a view is read when it is asked for. */
export const performanceFields: PerformanceResolvers = {
  from: ({ span }) => new Date(span.from),
  to: ({ span }) => new Date(span.to),
  exact: async ({ summary }) => (await summary()).exact,
  operations: ({ compared }) => compared(),
  splits: ({ span, filter }, _args, { config }) => splits(span, filter, config.monitoring.retention_days * 86_400_000),
  series: ({ span, filter, bucketSeconds }, { operation }) =>
    series(span, operation ? { ...filter, operation } : filter, bucketSeconds),
  failures: ({ span, filter }) => failures(span, filter),
  slowestJobs: ({ span, filter }, { first }) => slowestJobs(span, filter, inRange('first', first ?? 10, 1, 100)),
  processes: ({ span, bucketSeconds }) => processTrends(span, bucketSeconds),
  caches: async ({ span, bucketSeconds }, _args, { config }) =>
    (await withSharedSizes(await cacheTrends(span, bucketSeconds), config)).map(withHitRate),
  queue: async (_view, _args, { config }) => queueByKind(await jobSlots(config)),
  workers: (_view, _args, { config }) => livingWorkers(config.queue.dead_after_seconds),
  site: () => ({
    startedAt: new Date(Date.now() - process.uptime() * 1000),
    rssBytes: process.memoryUsage.rss(),
    openSubscriptions: openSubscriptions(),
  }),
  database: () => databaseNow(),
  alerts: () => alertCheck(),
  choices: () => performanceChoices(),
}

/** How a worker's row becomes what curators see. */
export const livingWorkerFields: LivingWorkerResolvers = {
  kinds: ({ kinds }) => workKindNames(kinds),
  rssBytes: ({ rssBytes }) => Number(rssBytes),
  devices: ({ models }) => devicesOf(models),
  models: ({ models }) => workerModels(models),
}

const withHitRate = (cache: CacheTrend) => ({ ...cache, hitRate: hitRate(cache) })

/** Each device once. */
function devicesOf(models: unknown): string[] {
  const devices = workerModels(models).map(({ device }) => device)
  return [...new Set(devices.filter((device) => device !== null))]
}
