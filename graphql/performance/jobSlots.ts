import type { Config } from '#core/config'
import { livingWorkers } from '#store/workers'

/** How many jobs can be worked on at once, if all workers have this process's settings. */
export async function jobSlots({ queue, workers }: Pick<Config, 'queue' | 'workers'>): Promise<number> {
  const living = await livingWorkers(queue.dead_after_seconds)
  return living.filter(({ state }) => state === 'READY').length * workers.jobs
}
