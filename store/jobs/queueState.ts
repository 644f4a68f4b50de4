import { database } from '../database'

/** How much there is to do. */
export interface QueueState {
  readonly waiting: number
  readonly running: number
  /** How long the oldest waiting job has waited; 0 when none waits. */
  readonly oldestWaitingSeconds: number
}

/** Counts what waits and runs now. */
export async function queueState(): Promise<QueueState> {
  const [row] = await database().$queryRaw<QueueState[]>`
    select count(*) filter (where state = 'QUEUED')::int as waiting, count(*) filter (where state = 'RUNNING')::int as running,
      coalesce(extract(epoch from now() - min(created_at) filter (where state = 'QUEUED')), 0)::float8 as "oldestWaitingSeconds"
    from job where state in ('QUEUED', 'RUNNING')`
  return row!
}
