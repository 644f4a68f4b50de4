import { createClient } from 'graphql-sse'
import type { BatchProgressSubscription } from '../generated/graphql'
import { BatchIsThere, BatchProgress } from './batchDocuments'
import { request } from './request'

/** How a batch is, and which of its items changed; all of them in the first one of each stream. */
export type BatchEvent = BatchProgressSubscription['batchProgress']

/** What a watch tells. */
export interface BatchWatcher {
  readonly onEvent: (event: BatchEvent) => void
  /** The server knows no such batch any more. */
  readonly onGone: () => void
}

const firstRetryMs = 1_000
const slowestRetryMs = 10_000

/**
 * Follows a batch to its end by one stream. One that is cut is opened again: its first event has all that was missed.
 * @returns ends the watch
 */
export function watchBatch(batchId: string, watcher: BatchWatcher): () => void {
  let stopped = false
  let close = () => {}
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    stopped = true
    clearTimeout(timer)
    close()
  }

  function open(): void {
    const client = createClient({ url: '/api/graphql/stream', retryAttempts: 0 })
    let cut = false
    const onCut = () => {
      if (cut || stopped) return
      cut = true
      client.dispose()
      timer = setTimeout(() => void retry(), retryMs)
      retryMs = Math.min(slowestRetryMs, retryMs * 2)
    }
    const unsubscribe = client.subscribe<BatchProgressSubscription>(
      { query: BatchProgress.toString(), variables: { batchId } },
      {
        next: ({ data, errors }) => {
          if (stopped) return
          if (!data || errors) return onCut()
          retryMs = firstRetryMs
          watcher.onEvent(data.batchProgress)
          if (data.batchProgress.batch.ended) stop()
        },
        error: onCut,
        complete: onCut,
      },
    )
    close = () => {
      unsubscribe()
      client.dispose()
    }
  }

  /** An unknown batch ends the stream as an outage does: only a question tells them apart. */
  async function retry(): Promise<void> {
    const known = await request(BatchIsThere, { id: batchId }).then(
      ({ batch }) => batch !== null,
      () => true,
    )
    if (stopped) return
    if (known) return open()
    stop()
    watcher.onGone()
  }

  open()
  return stop
}
