import { createClient } from 'graphql-sse'
import type { TypedDocumentString } from '../generated/graphql'

/** A subscription that is followed, and what takes its place while it is cut. */
export interface FollowedStream<D, V> {
  readonly subscription: TypedDocumentString<D, V>
  readonly variables: V
  readonly onTold: (data: D) => void
  /** Asks instead: as soon as the stream is cut, then again and again. @param signal is aborted once the stream is back */
  readonly ask: (signal: AbortSignal) => Promise<void>
  /** From an answer to the next question. */
  readonly askEveryMs: number
  /** The server pings its streams, but a dead connection may stay open for minutes. */
  readonly silence?: {
    /** So long may the stream say nothing before it is doubted. */
    readonly ms: number
    /** Whether it is dead; when it is not, it is listened to on. */
    readonly isDead: () => Promise<boolean>
  }
}

const firstRetryMs = 1_000
const slowestRetryMs = 10_000

/**
 * Follows a subscription: one SSE connection; while that is cut, by asking, until the stream is back.
 * @returns ends it
 */
export function followStream<D, V>(followed: FollowedStream<D, V>): () => void {
  const { subscription, variables, onTold, ask, askEveryMs, silence } = followed
  let stopped = false
  /** Null while there is no stream. */
  let close: (() => void) | null = null
  /** Null while there is one. */
  let asking: AbortController | null = null
  let retryMs = firstRetryMs
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let askTimer: ReturnType<typeof setTimeout> | undefined
  let silenceTimer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    stopped = true
    endStream()
    endAsking()
    clearTimeout(retryTimer)
    window.removeEventListener('online', open)
  }

  function open(): void {
    clearTimeout(retryTimer)
    if (stopped || close) return
    const client = createClient({ url: '/api/graphql/stream', retryAttempts: 0 })
    const cut = () => close === end && onCut()
    const unsubscribe = client.subscribe<D>(
      { query: subscription.toString(), variables: variables as Record<string, unknown> },
      {
        next({ data, errors }) {
          if (close !== end) return
          if (!data || errors) return onCut()
          retryMs = firstRetryMs
          endAsking()
          listenForSilence()
          onTold(data)
        },
        error: cut,
        complete: cut,
      },
    )
    const end = () => {
      unsubscribe()
      client.dispose()
    }
    close = end
    listenForSilence()
  }

  function endStream(): void {
    clearTimeout(silenceTimer)
    const end = close
    // What the stream says as it ends is no news.
    close = null
    end?.()
  }

  function onCut(): void {
    endStream()
    retryTimer = setTimeout(open, retryMs)
    retryMs = Math.min(slowestRetryMs, retryMs * 2)
    if (asking) return
    asking = new AbortController()
    void askOn(asking.signal)
  }

  async function askOn(signal: AbortSignal): Promise<void> {
    await ask(signal)
    if (!signal.aborted) askTimer = setTimeout(() => void askOn(signal), askEveryMs)
  }

  function endAsking(): void {
    clearTimeout(askTimer)
    asking?.abort()
    asking = null
  }

  function listenForSilence(): void {
    clearTimeout(silenceTimer)
    if (!silence) return
    const listenedTo = close
    silenceTimer = setTimeout(async () => {
      const dead = await silence.isDead()
      if (stopped || close !== listenedTo) return
      if (dead) onCut()
      else listenForSilence()
    }, silence.ms)
  }

  window.addEventListener('online', open)
  open()
  return stop
}
