import type { JobFieldsFragment } from '../generated/graphql'
import { JobById, MemeProgress } from './documents'
import { followStream } from './followStream'
import { request } from './request'

/** `live`: changes are pushed. `polling`: the stream is cut and is being opened again. */
export type Connection = 'live' | 'polling'

/** What a watch tells. */
export interface JobWatcher {
  readonly onJob: (job: JobFieldsFragment) => void
  readonly onConnection: (connection: Connection) => void
  /** The server knows no such job any more. */
  readonly onGone: () => void
}

const askEveryMs = 1_000
/** Then one question tells whether something was missed. */
const silenceMs = 8_000

/** Whether the job will change no more. */
export const hasEnded = (job: JobFieldsFragment): boolean => job.state !== 'QUEUED' && job.state !== 'RUNNING'

/**
 * Follows a job to its end: pushed through the subscription; while that is cut, by asking once a second, until the
 * stream is back. Answers older than what was seen are dropped.
 * @returns ends the watch
 */
export function watchJob(jobId: string, watcher: JobWatcher): () => void {
  const life = new AbortController()
  let version = -1
  let connection: Connection = 'live'

  /** @returns whether it told something new */
  function accept(job: JobFieldsFragment): boolean {
    if (life.signal.aborted || job.version <= version) return false
    version = job.version
    watcher.onJob(job)
    if (hasEnded(job)) stop()
    return true
  }

  function setConnection(next: Connection): void {
    if (next !== connection) watcher.onConnection(next)
    connection = next
  }

  /** @returns whether the answer was newer than what was known; no answer tells nothing */
  async function ask(): Promise<boolean> {
    try {
      const { job } = await request(JobById, { id: jobId }, life.signal)
      if (job) return accept(job)
      if (!life.signal.aborted) {
        stop()
        watcher.onGone()
      }
    } catch {
      // The next question comes in a moment.
    }
    return false
  }

  const unfollow = followStream({
    subscription: MemeProgress,
    variables: { jobId },
    onTold({ memeProgress }) {
      setConnection('live')
      accept(memeProgress)
    },
    async ask() {
      setConnection('polling')
      await ask()
    },
    askEveryMs,
    silence: { ms: silenceMs, isDead: ask },
  })
  function stop(): void {
    life.abort()
    unfollow()
  }
  return stop
}
