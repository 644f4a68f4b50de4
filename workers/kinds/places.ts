import { EventEmitter } from 'node:events'
import { Logger, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { databaseUrl } from '#store/database'
import { log } from '../log'

/** The names under which graphile-worker locks tasks for this process, each for as long as it may. */
export interface LockNames {
  add(name: string): unknown
  delete(name: string): unknown
}

/** Places that tasks are taken into. */
export interface Places {
  /** Takes no more; settles when what is under way has ended. May be called again. */
  stop(): Promise<void>
}

/**
 * Opens places for tasks, `count` at once.
 * @param lost called when the first of them has ended by itself: graphile-worker gives a place up that could not tell the queue what became of its task
 *   (the database was away, or cut the connection), and opens none in its stead
 */
export async function openPlaces(
  tasks: TaskList,
  count: number,
  lockNames: LockNames,
  lost: () => void,
): Promise<Places> {
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void lockNames.add(worker.workerId))
  // What it had locked and nobody owns up to any more is unlocked and done again (store/workers).
  events.on('worker:stop', ({ worker }) => void lockNames.delete(worker.workerId))
  events.once('worker:fatalError', lost)
  const runner = await run({
    connectionString: databaseUrl(),
    concurrency: count,
    // One more listens.
    maxPoolSize: count + 1,
    noHandleSignals: true,
    // NOTIFY wakes us within milliseconds; polling is for what waits for a time, or was unlocked.
    pollInterval: 1000,
    events,
    logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
    taskList: tasks,
  })
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopped ??= runner.stop()
      return stopped
    },
  }
}
