import { createClient } from 'graphql-sse'
import type { TypedDocumentString } from '../generated/graphql'
import { type PlainProblem, problemOf } from './problem'
import { request } from './request'

/** `live`: figures are pushed. `polling`: the stream is cut; they are asked for until it is back. `away`: nobody answers. */
export type LiveState = 'live' | 'polling' | 'away'

/** One question, to be asked once or again and again: both documents name their answer `performance`. */
export interface LiveQuestion<T, V, S> {
  readonly query: TypedDocumentString<{ readonly performance: T }, V>
  readonly variables: V
  readonly subscription: TypedDocumentString<{ readonly performance: T }, S>
  readonly subscriptionVariables: S
  /** How often an answer is to come. */
  readonly everySeconds: number
}

/** What is told of it. */
export interface LiveWatcher<T> {
  readonly onAnswer: (answer: T) => void
  /** With the reason when nobody answers, and once for all when one may not ask. */
  readonly onState: (state: LiveState, problem: PlainProblem | null) => void
}

const firstRetryMs = 1_000
const slowestRetryMs = 15_000

/**
 * Follows figures: pushed through the subscription; while that is cut, by asking, until the stream is back. A stream that is silent for too long
 * counts as cut: a dead connection may stay open for minutes.
 * @returns ends it
 */
export function watchPerformance<T, V, S>(question: LiveQuestion<T, V, S>, watcher: LiveWatcher<T>): () => void {
  const { query, variables, subscription, subscriptionVariables, everySeconds } = question
  const life = new AbortController()
  const ended = () => life.signal.aborted
  // The first answer may take long, when the time is.
  const silenceMs = everySeconds * 2_000 + 10_000
  let closeStream: (() => void) | null = null
  let polling = false
  let retryMs = firstRetryMs
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pollTimer: ReturnType<typeof setTimeout> | undefined
  let silenceTimer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    life.abort()
    closeStream?.()
    for (const timer of [retryTimer, pollTimer, silenceTimer]) clearTimeout(timer)
    window.removeEventListener('online', openStream)
  }

  function openStream(): void {
    clearTimeout(retryTimer)
    if (ended() || closeStream) return
    const client = createClient({ url: '/api/graphql/stream', retryAttempts: 0 })
    const cut = () => streamCut(close)
    const unsubscribe = client.subscribe<{ performance: T }>(
      { query: subscription.toString(), variables: subscriptionVariables as Record<string, unknown> },
      {
        next: ({ data, errors }) => (data && !errors ? streamTold(data.performance, close) : cut()),
        error: cut,
        complete: cut,
      },
    )
    const close = () => {
      unsubscribe()
      client.dispose()
    }
    closeStream = close
    listenForSilence(close)
  }

  function listenForSilence(close: () => void): void {
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(() => streamCut(close), silenceMs)
  }

  function streamTold(answer: T, close: () => void): void {
    if (ended() || closeStream !== close) return
    retryMs = firstRetryMs
    polling = false
    clearTimeout(pollTimer)
    listenForSilence(close)
    watcher.onState('live', null)
    watcher.onAnswer(answer)
  }

  function streamCut(close: () => void): void {
    if (ended() || closeStream !== close) return
    closeStream = null
    close()
    clearTimeout(silenceTimer)
    retryTimer = setTimeout(openStream, retryMs)
    retryMs = Math.min(slowestRetryMs, retryMs * 2)
    if (polling) return
    polling = true
    void poll()
  }

  async function poll(): Promise<void> {
    try {
      const { performance } = await request(query, variables, life.signal)
      if (ended() || !polling) return
      watcher.onState('polling', null)
      watcher.onAnswer(performance)
    } catch (error) {
      if (ended() || !polling) return
      const problem = problemOf(error)
      watcher.onState('away', problem)
      if (problem.code === 'NOT_SIGNED_IN') return stop()
    }
    pollTimer = setTimeout(poll, everySeconds * 1000)
  }

  window.addEventListener('online', openStream)
  openStream()
  return stop
}
