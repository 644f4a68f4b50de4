import { AppError } from '#core/errors'
import { findJob, type JobWithMeme } from '#store/jobs/findJob'
import { latestWithin } from './follow'
import { watchJob } from './watchJob'

/** @throws AppError NOT_FOUND, or why the database could not be read */
async function jobNow(jobId: string): Promise<JobWithMeme> {
  const job = await findJob(jobId)
  if (!job) throw new AppError('NOT_FOUND', 'There is no job with this id.')
  return job
}

/**
 * Waits, by notifications, until a job has ended, `waitMs` have passed or the client has gone. Watching outlasts an outage of the database; when
 * nothing could be read in all that time, the last look's failure is this call's.
 * @returns the job as it was last read
 * @throws AppError NOT_FOUND
 */
export async function waitForJob(jobId: string, waitMs: number, signal?: AbortSignal): Promise<JobWithMeme> {
  if (waitMs <= 0 || signal?.aborted) return jobNow(jobId)
  return (await latestWithin(watchJob(jobId), waitMs, signal)) ?? (await jobNow(jobId))
}
