import { metricsText } from '#graphql/metrics/metricsText'
import { config } from '#store/config'
import { orProblemAnswer } from '../api/problemAnswer'
import { needPerformanceReader } from '../server/needPerformanceReader'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

/** The performance figures in Prometheus' text format. For who has the admin token, unless `monitoring.public_performance` is on. */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    await needPerformanceReader(request)
    const { text, contentType } = await metricsText(config())
    return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
  })
}
