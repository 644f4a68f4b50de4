import { countWaiting } from '#store/jobs/findJob'
import { kindsNotServed, livingWorkers } from '#store/workers'
import type { QueryResolvers } from '../../generated/resolvers'
import { workKindName } from './workKindName'

/** Whether workers are there for all there is to do, and how many jobs wait. */
export const status: NonNullable<QueryResolvers['status']> = async (_root, _args, { config }) => {
  const [workers, waiting] = await Promise.all([livingWorkers(config.queue.dead_after_seconds), countWaiting()])
  const states = new Set(workers.filter(({ kinds }) => kinds.includes('render')).map(({ state }) => state))
  return {
    worker: states.has('READY') ? 'READY' : states.has('WARMING') ? 'WARMING' : 'AWAY',
    waiting,
    missing: kindsNotServed(workers).map(workKindName),
  }
}
