import { openSubscriptions } from '#graphql/limits/subscriptionSlots'
import { jobSlots } from '#graphql/performance/jobSlots'
import { viewPerformance } from '#graphql/performance/performanceView'
import { config } from '#store/config'
import { queueState } from '#store/jobs/queueState'
import { failures } from '#store/performance/failures'
import { processTrends } from '#store/performance/processSamples'
import { queueByKind } from '#store/performance/queueByKind'
import { series } from '#store/performance/series'
import { slowestJobs } from '#store/performance/slowestJobs'
import { livingWorkers } from '#store/workers'
import { needPerformanceReader } from '../../server/needPerformanceReader'
import { orProblemAnswer } from '../problemAnswer'
import { readQuery } from './readQuery'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const SLOWEST = 10

/** How fast and how well every operation worked in a time (`readQuery`), and how site, workers and queue are now. For who has the admin token. */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    await needPerformanceReader(request)
    const settings = config()
    const view = viewPerformance(readQuery(new URL(request.url).searchParams), settings)
    const { span, filter, bucketSeconds } = view
    const [operations, steps, failed, slowest, processes, system, { exact }] = await Promise.all([
      view.compared(),
      series(span, filter, bucketSeconds),
      failures(span, filter),
      slowestJobs(span, filter, SLOWEST),
      processTrends(span, bucketSeconds),
      systemNow(),
      view.summary(),
    ])
    const answer = {
      from: new Date(span.from),
      to: new Date(span.to),
      bucketSeconds,
      exact,
      operations: operations.map(({ now, before }) => ({ ...now, before })),
      series: steps,
      failures: failed,
      slowestJobs: slowest,
      processes,
      system,
    }
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  })
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
