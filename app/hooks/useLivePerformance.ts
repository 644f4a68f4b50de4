'use client'

import { useEffect, useState } from 'react'
import { type LiveQuestion, type LiveState, watchPerformance } from '../client/livePerformance'
import { type PlainProblem, problemOf } from '../client/problem'
import { request } from '../client/request'

/** What is known of a question that is asked again and again. */
export interface LiveView<T> {
  /** The last answer to this question, or to the one before while this one's is awaited; null before there was any. */
  readonly answer: T | null
  /** Whether the answer is to an earlier question. */
  readonly stale: boolean
  /** `paused`: nothing is asked. `still`: asked once, since nothing can change. */
  readonly state: LiveState | 'paused' | 'still'
  readonly problem: PlainProblem | null
}

/** Whether to ask on: `once` for what can change no more. */
export type LiveMode = 'on' | 'paused' | 'once'

/**
 * Follows an answer while `mode` is `on`. Another question is asked at once, even when paused; until its answer comes the old one stays.
 * @param first an answer that the page came with
 */
export function useLivePerformance<T, V, S>(
  question: LiveQuestion<T, V, S>,
  mode: LiveMode,
  first: T | null,
): LiveView<T> {
  const key = JSON.stringify(question.subscriptionVariables)
  const [answered, setAnswered] = useState({ key, answer: first })
  const [state, setState] = useState<LiveState>('live')
  const [problem, setProblem] = useState<PlainProblem | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the question
  useEffect(() => {
    if (mode !== 'on') return
    return watchPerformance(question, {
      onAnswer: (answer) => setAnswered({ key, answer }),
      onState: (next, why) => {
        setState(next)
        setProblem(why)
      },
    })
  }, [key, mode])

  const known = answered.key === key && answered.answer !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the question
  useEffect(() => {
    if (mode === 'on' || known) return
    const life = new AbortController()
    request(question.query, question.variables, life.signal).then(
      ({ performance }) => {
        setAnswered({ key, answer: performance })
        setProblem(null)
      },
      (error) => life.signal.aborted || setProblem(problemOf(error)),
    )
    return () => life.abort()
  }, [key, mode, known])

  return {
    answer: answered.answer,
    stale: answered.key !== key,
    state: mode === 'on' ? state : mode === 'paused' ? 'paused' : 'still',
    problem,
  }
}
