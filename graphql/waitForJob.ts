import type { JobWithMeme } from '#store/jobs/findJob'
import { watchJob } from './watchJob'

/**
 * Waits, by notifications, until a job has ended, `waitMs` have passed or the client has gone.
 * @returns the job as it was last read
 * @throws AppError NOT_FOUND
 */
export async function waitForJob(jobId: string, waitMs: number, signal?: AbortSignal): Promise<JobWithMeme> {
  const changes = watchJob(jobId)
  const first = await changes.next()
  let job = first.value as JobWithMeme
  const stop = () => void changes.return?.()
  const timer = setTimeout(stop, waitMs)
  signal?.addEventListener('abort', stop)
  try {
    if (waitMs > 0 && !signal?.aborted) for await (const next of changes) job = next
    return job
  } finally {
    stop()
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}
