import type { JobFieldsFragment } from '../generated/graphql'
import { JobById } from './documents'
import { openJobStream } from './jobStream'
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

const pollEveryMs = 1_000
const firstRetryMs = 1_000
const slowestRetryMs = 10_000
/** The server pings its streams, but a dead connection may stay silent for minutes: then one question tells. */
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
  let closeStream: (() => void) | null = null
  let retryMs = firstRetryMs
  let pollTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let silenceTimer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    life.abort()
    closeStream?.()
    clearTimeout(pollTimer)
    clearTimeout(retryTimer)
    clearTimeout(silenceTimer)
    window.removeEventListener('online', openStream)
  }

  /** @returns whether it told something new */
  function accept(job: JobFieldsFragment): boolean {
    if (life.signal.aborted || job.version <= version) return false
    version = job.version
    watcher.onJob(job)
    if (hasEnded(job)) stop()
    return true
  }

  function openStream(): void {
    clearTimeout(retryTimer)
    if (life.signal.aborted || closeStream) return
    closeStream = openJobStream(jobId, { onJob: streamTold, onEnd: streamCut })
    listenForSilence()
  }

  function streamTold(job: JobFieldsFragment): void {
    if (life.signal.aborted) return
    retryMs = firstRetryMs
    clearTimeout(pollTimer)
    setConnection('live')
    listenForSilence()
    accept(job)
  }

  function streamCut(): void {
    if (life.signal.aborted || !closeStream) return
    closeStream()
    closeStream = null
    clearTimeout(silenceTimer)
    retryTimer = setTimeout(openStream, retryMs)
    retryMs = Math.min(slowestRetryMs, retryMs * 2)
    if (connection === 'polling') return
    setConnection('polling')
    void poll()
  }

  function setConnection(next: Connection): void {
    if (next !== connection) watcher.onConnection(next)
    connection = next
  }

  function listenForSilence(): void {
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(async () => {
      if (await ask()) streamCut()
      else if (!life.signal.aborted) listenForSilence()
    }, silenceMs)
  }

  async function poll(): Promise<void> {
    await ask()
    if (!life.signal.aborted && connection === 'polling') pollTimer = setTimeout(poll, pollEveryMs)
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

  window.addEventListener('online', openStream)
  openStream()
  return stop
}
