import { countWaiting } from '#store/jobs/findJob'
import { livingWorkers } from '#store/workers'
import type { QueryResolvers } from '../../generated/resolvers'

/** Whether a worker is there, and how many jobs wait. */
export const status: NonNullable<QueryResolvers['status']> = async (_root, _args, { config }) => {
  const [workers, waiting] = await Promise.all([livingWorkers(config.queue.dead_after_seconds), countWaiting()])
  const states = new Set(workers.map(({ state }) => state))
  return { worker: states.has('READY') ? 'READY' : states.has('WARMING') ? 'WARMING' : 'AWAY', waiting }
}
