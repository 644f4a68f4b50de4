import { hitRate } from '#core/performance/hitRate'
import { openSubscriptions } from '#graphql/limits/subscriptionSlots'
import { jobSlots } from '#graphql/performance/jobSlots'
import type { PerformanceQuestion } from '#graphql/performance/performanceQuestion'
import { type PerformanceView, viewPerformance } from '#graphql/performance/performanceView'
import { activeAlerts } from '#store/alerts/storedAlerts'
import { config } from '#store/config'
import { queueState } from '#store/jobs/queueState'
import { cacheTrends } from '#store/performance/cacheTrends'
import { failures } from '#store/performance/failures'
import { processTrends } from '#store/performance/processSamples'
import { queueByKind } from '#store/performance/queueByKind'
import { series } from '#store/performance/series'
import { withSharedSizes } from '#store/performance/sharedSizes'
import { slowestJobs } from '#store/performance/slowestJobs'
import { livingWorkers } from '#store/workers'

const SLOWEST = 10

/** All that is known, for curators. */
export async function allFigures(question: PerformanceQuestion) {
  const view = viewPerformance(question, config())
  const { span, filter, bucketSeconds } = view
  const [figures, failed, slowest, processes, alerts, system] = await Promise.all([
    sums(view),
    failures(span, filter),
    slowestJobs(span, filter, SLOWEST),
    processTrends(span, bucketSeconds),
    activeAlerts(),
    systemNow(),
  ])
  return { ...figures, failures: failed, slowestJobs: slowest, processes, alerts, system }
}

/** What names no job, no worker and no machine, for anybody. */
export async function publicFigures(question: PerformanceQuestion) {
  const view = viewPerformance(question, config())
  const [figures, failed, system] = await Promise.all([sums(view), failures(view.span, view.filter), systemNow()])
  return {
    ...figures,
    failures: failed.map(({ code, count }) => ({ code, count })),
    system: { ...system, workers: system.workers.map(({ state, rssBytes, load }) => ({ state, rssBytes, load })) },
  }
}

async function sums(view: PerformanceView) {
  const { span, filter, bucketSeconds } = view
  const [operations, steps, caches, { exact }] = await Promise.all([
    view.compared(),
    series(span, filter, bucketSeconds),
    cacheTrends(span, bucketSeconds).then((trends) => withSharedSizes(trends, config())),
    view.summary(),
  ])
  return {
    from: new Date(span.from),
    to: new Date(span.to),
    bucketSeconds,
    exact,
    operations: operations.map(({ now, before }) => ({ ...now, before })),
    series: steps,
    caches: caches.map(({ points, ...cache }) => ({ ...cache, hitRate: hitRate(cache) })),
  }
}

/** How site, workers and queue are now. */
async function systemNow() {
  const [workers, queue, kinds] = await Promise.all([
    livingWorkers(config().queue.dead_after_seconds),
    queueState(),
    queueByKind(await jobSlots(config())),
  ])
  const { rss, heapUsed } = process.memoryUsage()
  return {
    site: {
      rssBytes: rss,
      heapUsedBytes: heapUsed,
      uptimeSeconds: process.uptime(),
      openSubscriptions: openSubscriptions(),
    },
    workers: workers.map(({ queueIds, rssBytes, ...worker }) => ({ ...worker, rssBytes: Number(rssBytes) })),
    queue: { ...queue, kinds },
  }
}
