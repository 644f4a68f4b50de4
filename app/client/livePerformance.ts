import type { TypedDocumentString } from '../generated/graphql'
import { followStream } from './followStream'
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

/**
 * Follows figures: pushed through the subscription; while that is cut, by asking, until the stream is back. A stream that is silent for too long
 * counts as cut.
 * @returns ends it
 */
export function watchPerformance<T, V, S>(question: LiveQuestion<T, V, S>, watcher: LiveWatcher<T>): () => void {
  const { query, variables, subscription, subscriptionVariables, everySeconds } = question
  const stop = followStream({
    subscription,
    variables: subscriptionVariables,
    onTold({ performance }) {
      watcher.onState('live', null)
      watcher.onAnswer(performance)
    },
    async ask(signal) {
      try {
        const { performance } = await request(query, variables, signal)
        if (signal.aborted) return
        watcher.onState('polling', null)
        watcher.onAnswer(performance)
      } catch (error) {
        if (signal.aborted) return
        const problem = problemOf(error)
        watcher.onState('away', problem)
        if (problem.code === 'NOT_SIGNED_IN') stop()
      }
    },
    askEveryMs: everySeconds * 1000,
    // The first answer may take long, when the time is.
    silence: { ms: everySeconds * 2_000 + 10_000, isDead: async () => true },
  })
  return stop
}
