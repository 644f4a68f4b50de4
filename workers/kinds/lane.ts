import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { databaseUrl } from '#store/database'
import { log } from '../log'

/** Takes tasks from the queue that stand in each other's way only: what other lanes do leaves its places free. */
export interface Lane {
  readonly tasks: TaskList
  /** How many at once. */
  readonly places: number
}

/**
 * Opens a lane of this process.
 * @param events told of every name under which graphile-worker locks tasks for it
 */
export function openLane({ tasks, places }: Lane, events: WorkerEvents): Promise<Runner> {
  return run({
    connectionString: databaseUrl(),
    concurrency: places,
    // One more listens.
    maxPoolSize: places + 1,
    noHandleSignals: true,
    // NOTIFY wakes us within milliseconds; polling is for what waits for a time, or was unlocked.
    pollInterval: 1000,
    events,
    logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
    taskList: tasks,
  })
}
