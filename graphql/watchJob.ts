import { AppError } from '#core/errors'
import { jobEvents } from '#store/jobEvents'
import { findJob, type JobWithMeme } from '#store/jobs/findJob'
import { log } from './log'
import { readOutage } from './readOutage'

/** After a failed read (the database is away): how long until the next one, unless a notification comes before. */
const REREAD_MS = 500
/** Progress is read at most this often: a meme in 30 ms would otherwise be read five times before its end. The end is read at once. */
const PROGRESS_MS = 50

const outage = readOutage(log)

/** Whether the job will change no more. */
export const hasEnded = (job: Pick<JobWithMeme, 'state'>): boolean =>
  job.state === 'DONE' || job.state === 'FAILED' || job.state === 'CANCELLED'

/**
 * Follows a job: its row as it is now, then after each change, last the row it ended with. Several changes between two reads give one row, the
 * latest; versions only rise. Written by hand because an async generator that waits cannot be stopped from outside: its listener would stay.
 * @throws AppError NOT_FOUND from the first `next`
 */
export function watchJob(jobId: string): AsyncIterableIterator<JobWithMeme, undefined> {
  let changed = true
  let finished = false
  let version = 0
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
    later ??= setTimeout(markChanged, Math.max(0, readAt + PROGRESS_MS - performance.now()))
  }
  // Watching starts before the first read, so that no change falls between the two.
  const unwatch = jobEvents().watch(jobId, markChanged)
  const unwatchProgress = jobEvents().watchProgress(jobId, markProgress)
  const finish = () => {
    finished = true
    clearTimeout(later)
    unwatch()
    unwatchProgress()
    wake()
  }
  const nextChange = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  const read = async () => {
    changed = false
    readAt = performance.now()
    try {
      const job = await findJob(jobId)
      outage.worked()
      return job
    } catch (error) {
      outage.failed(error)
      if (!finished) later ??= setTimeout(markChanged, REREAD_MS)
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
        const job = await read()
        if (finished) break
        if (job === null) {
          finish()
          throw new AppError('NOT_FOUND', 'There is no job with this id.')
        }
        if (job === undefined || job.version <= version) continue
        version = job.version
        if (hasEnded(job)) finish()
        return { value: job, done: false }
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
