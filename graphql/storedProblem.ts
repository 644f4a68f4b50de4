import { type AppError, type ErrorCode, errorKinds } from '#core/errors'
import type { StoredProblem } from '#store/jobs/holdJob'
import { type ProblemMember, problemMember } from './problem'

/** A code that another version has left would be none of the contract's, and the whole answer lost for it. */
const known = (code: string): ErrorCode => (Object.hasOwn(errorKinds, code) ? (code as ErrorCode) : 'INTERNAL')

/** A problem that was kept with a job or an item of a batch, as a member of the contract's unions. */
export const storedProblem = ({ code, message, details, traceId }: StoredProblem): ProblemMember =>
  problemMember({ code: known(code), message, details: details as AppError['details'], traceId })
