import { AppError } from '#core/errors'
import { cancelBatch as cancel } from '#store/batches/cancelBatch'
import { findBatch } from '#store/batches/findBatch'
import type { MutationResolvers } from '../../generated/resolvers'
import { orProblem } from '../../problem'

/** Takes a batch's requesters off all of its jobs. */
export const cancelBatch: NonNullable<MutationResolvers['cancelBatch']> = (_root, { id }, context) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    const batch = (await cancel(id)) ? await findBatch(id) : null
    if (!batch) throw new AppError('NOT_FOUND', 'There is no batch with this id.', { details: { field: 'id' } })
    return { __typename: 'BatchCancelled', batch }
  })
