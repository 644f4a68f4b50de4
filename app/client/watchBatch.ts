import type { BatchProgressSubscription } from '../generated/graphql'
import { BatchIsThere, BatchProgress } from './batchDocuments'
import { followStream } from './followStream'
import { request } from './request'

/** How a batch is, and which of its items changed; all of them in the first one of each stream. */
export type BatchEvent = BatchProgressSubscription['batchProgress']

/** What a watch tells. */
export interface BatchWatcher {
  readonly onEvent: (event: BatchEvent) => void
  /** The server knows no such batch any more. */
  readonly onGone: () => void
}

const askEveryMs = 10_000

/**
 * Follows a batch to its end by one stream. One that is cut is opened again: its first event has all that was missed.
 * @returns ends the watch
 */
export function watchBatch(batchId: string, watcher: BatchWatcher): () => void {
  const stop = followStream({
    subscription: BatchProgress,
    variables: { batchId },
    onTold({ batchProgress }) {
      watcher.onEvent(batchProgress)
      if (batchProgress.batch.ended) stop()
    },
    /** An unknown batch ends the stream as an outage does: only a question tells them apart. */
    async ask(signal) {
      const known = await request(BatchIsThere, { id: batchId }, signal).then(
        ({ batch }) => batch !== null,
        () => true,
      )
      if (known || signal.aborted) return
      stop()
      watcher.onGone()
    },
    askEveryMs,
  })
  return stop
}
