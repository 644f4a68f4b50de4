import { performanceReader } from '../../server/performanceReader'
import { sharedAnswers } from '../../server/sharedAnswers'
import { orProblemAnswer } from '../problemAnswer'
import { allFigures, publicFigures } from './figures'
import { PUBLIC_QUESTIONS, readPublicQuestion } from './publicQuestion'
import { readQuery } from './readQuery'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const shared = sharedAnswers<object>(PUBLIC_QUESTIONS)

/**
 * How fast and how well every operation worked in a time, and how site, workers and queue are now. Sums for everybody (`readPublicQuestion`), jobs and
 * workers for who has the admin token (`readQuery`).
 */
export function GET(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    const query = new URL(request.url).searchParams
    const answer =
      (await performanceReader(request)) === 'curator' ? await allFigures(readQuery(query)) : await publicAnswer(query)
    return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
  })
}

function publicAnswer(query: URLSearchParams): Promise<object> {
  const question = readPublicQuestion(query)
  return shared(JSON.stringify(question), () => publicFigures(question))
}
