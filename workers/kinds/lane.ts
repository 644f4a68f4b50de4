import { setTimeout as wait } from 'node:timers/promises'
import type { TaskList } from 'graphile-worker'
import { log } from '../log'
import { type LockNames, openPlaces, type Places } from './places'

/** Takes tasks from the queue that stand in each other's way only: what other lanes do leaves its places free. */
export interface Lane {
  readonly tasks: TaskList
  /** How many at once. */
  readonly places: number
}

/** A lane, or several, from which tasks are taken. */
export interface OpenLane {
  /** Takes no more; settles when what is under way has ended. */
  stop(): Promise<void>
}

/** The database is asked for so often again while it is away. */
const RETRY_MS = 1000

/**
 * Opens a lane of this process. When it loses a place, as many are opened anew and the others take no more: those end with what they have under way, so that for
 * this long more than `places` are at work. (One place is never two: what is lost has ended.)
 * @param lockNames is told of every name under which graphile-worker locks tasks for it, and when it does no more
 */
export async function openLane({ tasks, places }: Lane, lockNames: LockNames): Promise<OpenLane> {
  const stopping = new AbortController()
  const { signal } = stopping
  const open = new Set<Places>()
  let changes: Promise<unknown> = Promise.resolve()

  const close = async (ending: Places): Promise<void> => {
    await ending.stop()
    open.delete(ending)
  }
  const openAll = async (): Promise<void> => {
    const opened = await openPlaces(tasks, places, lockNames, () => {
      changes = Promise.all([changes, openAnew(opened)])
    })
    open.add(opened)
    if (signal.aborted) await close(opened)
  }
  const openAnew = async (lossy: Places): Promise<void> => {
    log.warn({ tasks: Object.keys(tasks) }, 'a place has ended without the database: its lane is opened anew')
    while (!signal.aborted) {
      try {
        await openAll()
        break
      } catch (error) {
        log.warn({ err: error }, 'a lane could not be opened anew yet')
        await wait(RETRY_MS, undefined, { signal }).catch(ignoreStop)
      }
    }
    await close(lossy)
  }
  await openAll()

  return {
    async stop() {
      stopping.abort()
      await Promise.all([...open].map(close))
      await changes
    },
  }
}

/** Who waits looks by itself whether it is to go on. */
const ignoreStop = () => undefined
