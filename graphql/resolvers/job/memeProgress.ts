import { AppError } from '#core/errors'
import { findJob, type JobWithMeme } from '#store/jobs/findJob'
import type { SubscriptionResolvers } from '../../generated/resolvers'
import { withSubscriptionSlot } from '../../limits/subscriptionSlots'
import { watchJob } from '../../watchJob'

type MemeProgress = NonNullable<SubscriptionResolvers['memeProgress']>

/** A job's states from now to its end. Errors before the stream: NOT_FOUND, or that all subscription slots are taken. */
export const memeProgress: MemeProgress = {
  async subscribe(_root, { jobId }, { config }) {
    // Asked before a slot is taken, so that an unknown id is told as an error of the request and not of the stream.
    if (!(await findJob(jobId))) throw new AppError('NOT_FOUND', 'There is no job with this id.')
    return withSubscriptionSlot(config.limits.max_subscriptions, () => watchJob(jobId)) as AsyncIterable<never>
  },
  resolve: (job: JobWithMeme) => job,
}
