import { metricsText } from '#graphql/metrics/metricsText'
import { config } from '#store/config'
import { orProblemAnswer } from '../api/problemAnswer'
import { performanceReader } from '../server/performanceReader'
import { sharedAnswers } from '../server/sharedAnswers'
import { nameless } from './nameless'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const shared = sharedAnswers<Awaited<ReturnType<typeof metricsText>>>(1)

/** The performance figures in Prometheus' text format. Processes have their names for who has the admin token only. */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    const isNamed = (await performanceReader(request)) === 'curator'
    const { text, contentType } = isNamed
      ? await metricsText(config(), (name) => name)
      : await shared('metrics', () => metricsText(config(), nameless))
    return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
  })
}
