import { AppError } from '#core/errors'
import { log } from './log'
import { readOutage } from './readOutage'

/** After a failed read (the database is away): how long until the next one, unless a notification comes before. */
const REREAD_MS = 500

const outage = readOutage(log)

/** Something in the database that changes until it has ended. */
export interface Followed<T> {
  /**
   * Listens for changes. Calls `changed` for one that is to be read at once, `progressed` for one that may wait for others.
   * @returns what ends the listening
   */
  listen(changed: () => void, progressed: () => void): () => void
  /** Progress alone is read at most this often. */
  readonly progressMs: number
  /**
   * Reads it as it is now. Failures are told to the log and tried again, except for AppErrors: they end the following.
   * @returns undefined when nothing is new
   */
  read(): Promise<T | undefined>
  /** Whether nothing changes any more after this. */
  isLast(value: T): boolean
}

/**
 * What is followed as it is now, then after each change, until it has ended. Several changes between two reads give one value. Written by hand because an
 * async generator that waits cannot be stopped from outside: its listener would stay.
 */
export function follow<T>({ listen, progressMs, read, isLast }: Followed<T>): AsyncIterableIterator<T, undefined> {
  let changed = true
  let finished = false
  let wake = () => {}
  let later: NodeJS.Timeout | undefined
  let readAt = 0

  const markChanged = () => {
    clearTimeout(later)
    later = undefined
    changed = true
    wake()
  }
  const markProgress = () => {
    if (finished || changed) return
    later ??= setTimeout(markChanged, Math.max(0, readAt + progressMs - performance.now()))
  }
  // Listening starts before the first read, so that no change falls between the two.
  const unlisten = listen(markChanged, markProgress)
  const finish = () => {
    finished = true
    clearTimeout(later)
    unlisten()
    wake()
  }
  const nextChange = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  const readNow = async () => {
    changed = false
    readAt = performance.now()
    try {
      const value = await read()
      outage.worked()
      return value
    } catch (error) {
      if (finished) return undefined
      if (error instanceof AppError) {
        finish()
        throw error
      }
      outage.failed(error)
      later ??= setTimeout(markChanged, REREAD_MS)
      return undefined
    }
  }
  const end: IteratorReturnResult<undefined> = { value: undefined, done: true }

  return {
    async next() {
      while (!finished) {
        if (!changed) {
          await nextChange()
          continue
        }
        const value = await readNow()
        if (finished) break
        if (value === undefined) continue
        if (isLast(value)) finish()
        return { value, done: false }
      }
      return end
    },
    async return() {
      finish()
      return end
    },
    async throw(error) {
      finish()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/**
 * Follows until it has ended, `waitMs` have passed or the client has gone.
 * @returns the last value; undefined when nothing could be read in that time
 */
export async function latestWithin<T>(
  changes: AsyncIterableIterator<T, undefined>,
  waitMs: number,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const stop = () => void changes.return?.()
  const timer = setTimeout(stop, waitMs)
  signal?.addEventListener('abort', stop)
  try {
    let latest: T | undefined
    for await (const next of changes) latest = next
    return latest
  } finally {
    stop()
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}
