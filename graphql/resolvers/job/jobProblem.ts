import { AppError } from '#core/errors'
import type { Job } from '#store/generated/prisma/client'
import type { StoredProblem } from '#store/jobs/holdJob'
import { type ProblemMember, problemMember } from '../../problem'
import { storedProblem } from '../../storedProblem'

/** Why a job ended without a result; null when it has not, or with one. */
export function jobProblem({ state, problem }: Pick<Job, 'state' | 'problem'>): ProblemMember | null {
  if (state === 'CANCELLED') return problemMember(new AppError('CANCELLED'))
  return state === 'FAILED' && problem !== null ? storedProblem(problem as unknown as StoredProblem) : null
}
