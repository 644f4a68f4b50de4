import { AppError } from '#core/errors'
import { cancelJob as cancel } from '#store/jobs/cancelJob'
import type { MutationResolvers } from '../../generated/resolvers'
import { orProblem } from '../../problem'

/** Takes one requester off a job; it stops when none is left. */
export const cancelJob: NonNullable<MutationResolvers['cancelJob']> = (_root, { id }, context) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    const job = await cancel(id)
    if (!job) throw new AppError('NOT_FOUND', 'There is no job with this id.', { details: { field: 'id' } })
    return { __typename: 'JobCancelled', job }
  })
