import type { AppError, ErrorCode } from '#core/errors'
import type { StoredProblem } from '#store/jobs/holdJob'
import { type ProblemMember, problemMember } from './problem'

/** A problem that was kept with a job or an item of a batch, as a member of the contract's unions. */
export const storedProblem = ({ code, message, details, traceId }: StoredProblem): ProblemMember =>
  problemMember({ code: code as ErrorCode, message, details: details as AppError['details'], traceId })
