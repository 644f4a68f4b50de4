import { AppError } from '#core/errors'
import { jobsOfBatch } from '#store/batches/findBatch'
import { type BatchChange, watchBatch } from '../../batch/watchBatch'
import type { SubscriptionResolvers } from '../../generated/resolvers'
import { withSubscriptionSlot } from '../../limits/subscriptionSlots'

type BatchProgress = NonNullable<SubscriptionResolvers['batchProgress']>

/** A batch from now to its end, in one slot. Errors before the stream: NOT_FOUND, or that all subscription slots are taken. */
export const batchProgress: BatchProgress = {
  async subscribe(_root, { batchId }, { config }) {
    // Asked before a slot is taken, so that an unknown id is told as an error of the request and not of the stream.
    const jobIds = await jobsOfBatch(batchId)
    if (!jobIds) throw new AppError('NOT_FOUND', 'There is no batch with this id.')
    return withSubscriptionSlot(config.limits.max_subscriptions, () =>
      watchBatch(batchId, jobIds),
    ) as AsyncIterable<never>
  },
  resolve: (change: BatchChange) => change,
}
