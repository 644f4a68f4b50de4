import { AppError } from '#core/errors'
import { createContext, type GraphContext } from '#graphql/context'
import { internalFailure, problemMember } from '#graphql/problem'

/**
 * Runs a plain HTTP endpoint: failures with a name become `{problem: {code, message, retryable}}` with their HTTP status; anything else is logged and
 * becomes INTERNAL with a trace id.
 */
export async function orProblemAnswer(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const context = createContext(request)
  const response = await answer().catch((error) => problemAnswer(error, context))
  response.headers.set('x-request-id', context.traceId)
  return response
}

function problemAnswer(error: unknown, context: GraphContext): Response {
  const named = error instanceof AppError && error.code !== 'INTERNAL'
  const { __typename, ...problem } = problemMember(named ? error : internalFailure(error, context))
  const retryAfter = named ? error.details.retryAfterSeconds : undefined
  const headers: HeadersInit = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  return Response.json({ problem }, { status: named ? error.status : 500, headers })
}
