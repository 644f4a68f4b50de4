import { needCurator } from '../../admin/needCurator'
import type { SubscriptionResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'
import { withSubscriptionSlot } from '../../limits/subscriptionSlots'
import { readPerformanceQuestion } from '../../performance/performanceQuestion'
import { type PerformanceView, viewPerformance } from '../../performance/performanceView'
import { repeatEvery } from '../../performance/repeatEvery'

type PerformanceUpdates = NonNullable<SubscriptionResolvers['performanceUpdates']>

/** What `performance` answers, again and again. */
export const performanceUpdates: PerformanceUpdates = {
  async subscribe(_root, { everySeconds, ...asked }, context) {
    await needCurator(context)
    const everyMs = inRange('everySeconds', everySeconds ?? 5, 2, 300) * 1000
    const question = readPerformanceQuestion(asked)
    const view = () => viewPerformance(question, context.config)
    return withSubscriptionSlot(context.config.limits.max_subscriptions, () =>
      repeatEvery(everyMs, view),
    ) as AsyncIterable<never>
  },
  resolve: (view: PerformanceView) => view,
}
