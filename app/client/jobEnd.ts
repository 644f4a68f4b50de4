import type { JobFieldsFragment } from '../generated/graphql'
import { ProblemError, unreachable } from './problem'
import { hasEnded, watchJob } from './watchJob'

/**
 * Follows a job to its end.
 * @param onJob hears of each change
 * @throws ProblemError with the job's own problem; DOMException AbortError when `signal` ended it
 */
export function jobEnd(
  start: JobFieldsFragment,
  onJob: (job: JobFieldsFragment) => void,
  signal: AbortSignal,
): Promise<JobFieldsFragment> {
  return new Promise((resolve, reject) => {
    const settle = (job: JobFieldsFragment) => {
      if (job.state === 'DONE') resolve(job)
      else reject(new ProblemError(job.problem ?? unreachable))
    }
    if (hasEnded(start)) return settle(start)
    const stop = watchJob(start.id, {
      onJob: (job) => {
        onJob(job)
        if (hasEnded(job)) settle(job)
      },
      onConnection: () => {},
      onGone: () => reject(new ProblemError(unreachable)),
    })
    signal.addEventListener(
      'abort',
      () => {
        stop()
        reject(new DOMException('It is not wanted any more.', 'AbortError'))
      },
      { once: true },
    )
  })
}
