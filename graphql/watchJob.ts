import { AppError } from '#core/errors'
import { jobEvents } from '#store/jobEvents'
import { findJob, type JobWithMeme } from '#store/jobs/findJob'
import { follow } from './follow'

/** Progress is read at most this often: a meme in 30 ms would otherwise be read five times before its end. The end is read at once. */
const PROGRESS_MS = 50

/** Whether the job will change no more. */
export const hasEnded = (job: Pick<JobWithMeme, 'state'>): boolean =>
  job.state === 'DONE' || job.state === 'FAILED' || job.state === 'CANCELLED'

/** Listens for everything that happens to a job. @returns what ends the listening */
export function listenToJob(jobId: string, changed: () => void, progressed: () => void): () => void {
  const unwatch = jobEvents().watch(jobId, changed)
  const unwatchProgress = jobEvents().watchProgress(jobId, progressed)
  return () => {
    unwatch()
    unwatchProgress()
  }
}

/**
 * Follows a job: its row as it is now, then after each change, last the row it ended with. Several changes between two reads give one row, the
 * latest; versions only rise.
 * @throws AppError NOT_FOUND from the first `next`
 */
export function watchJob(jobId: string): AsyncIterableIterator<JobWithMeme, undefined> {
  let version = 0
  return follow<JobWithMeme>({
    listen: (changed, progressed) => listenToJob(jobId, changed, progressed),
    progressMs: PROGRESS_MS,
    async read() {
      const job = await findJob(jobId)
      if (job === null) throw new AppError('NOT_FOUND', 'There is no job with this id.')
      if (job.version <= version) return undefined
      version = job.version
      return job
    },
    isLast: hasEnded,
  })
}
