import { AppError } from '#core/errors'
import type { PlainProblem } from '../client/problem'

/** What our own layout refused, in the words of a page. @throws anything else again */
export function plainProblem(error: unknown): PlainProblem {
  if (!(error instanceof AppError)) throw error
  const { fitsCharacters } = error.details
  return {
    code: error.code,
    message: error.message,
    retryable: false,
    fitsCharacters: typeof fitsCharacters === 'number' ? fitsCharacters : null,
  }
}
