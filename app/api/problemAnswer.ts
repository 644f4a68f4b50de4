import { AppError } from '#core/errors'
import { createContext } from '#graphql/context'
import { internalFailure, problemMember } from '#graphql/problem'

/**
 * Runs a plain HTTP endpoint: failures with a name become `{problem: {code, message, retryable}}` with their HTTP status; anything else is logged and
 * becomes INTERNAL with a trace id.
 */
export async function orProblemAnswer(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    const named = error instanceof AppError && error.code !== 'INTERNAL'
    const failure = named ? error : internalFailure(error, createContext(request))
    const { __typename, ...problem } = problemMember(failure)
    return Response.json({ problem }, { status: named ? error.status : 500 })
  }
}
