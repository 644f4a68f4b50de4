import { AppError } from '#core/errors'
import { openSubscriptions } from '#graphql/limits/subscriptionSlots'
import { config } from '#store/config'
import { queueState } from '#store/jobs/queueState'
import { summarizeStages } from '#store/stageRows'
import { livingWorkers } from '#store/workers'
import { orProblemAnswer } from '../problemAnswer'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const DEFAULT_MINUTES = 60
const MAX_MINUTES = 7 * 24 * 60

function readMinutes(text: string | null): number {
  if (text === null) return DEFAULT_MINUTES
  const minutes = Number(text)
  if (/^\d+$/.test(text) && minutes >= 1 && minutes <= MAX_MINUTES) return minutes
  throw new AppError('INPUT_INVALID', `minutes must be a whole number between 1 and ${MAX_MINUTES}.`, {
    details: { field: 'minutes' },
  })
}

/** How fast and how well every operation worked over the last `?minutes=60`, and how site, workers and queue are now. */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    const minutes = readMinutes(new URL(request.url).searchParams.get('minutes'))
    const since = new Date(Date.now() - minutes * 60_000)
    const [operations, workers, queue] = await Promise.all([
      summarizeStages(since),
      livingWorkers(config().queue.dead_after_seconds),
      queueState(),
    ])
    const { rss, heapUsed } = process.memoryUsage()
    const site = {
      rssBytes: rss,
      heapUsedBytes: heapUsed,
      uptimeSeconds: process.uptime(),
      openSubscriptions: openSubscriptions(),
    }
    const system = {
      site,
      workers: workers.map(({ queueIds, rssBytes, ...worker }) => ({ ...worker, rssBytes: Number(rssBytes) })),
      queue,
    }
    return Response.json({ minutes, since, operations, system }, { headers: { 'cache-control': 'no-store' } })
  })
}
