'use client'

import { useCallback, useRef, useState } from 'react'
import { CancelJob, GenerateMeme } from '../client/documents'
import { type PlainProblem, ProblemError, problemOf } from '../client/problem'
import { request } from '../client/request'
import { hasEnded } from '../client/watchJob'
import type { GenerateMemeInput } from '../generated/graphql'
import { type JobView, useJob } from './useJob'

/** The meme that was asked for last, and what can be done about it. */
export interface GenerateControl extends JobView {
  /** From the click to the end, in whatever way. */
  readonly busy: boolean
  readonly cancelling: boolean
  /** A meme finished earlier answered the request. */
  readonly fromFinishedMeme: boolean
  readonly start: (input: GenerateMemeInput) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly reset: () => void
}

const cancelled: PlainProblem = { code: 'CANCELLED', message: 'The job was cancelled.', retryable: true }

/** Asks for a meme and follows its job. The same click sent twice, after a lost answer, is one job: it carries a key of its own. */
export function useGenerate(): GenerateControl {
  const { job, connection, problem: jobProblem, watch } = useJob()
  const [asking, setAsking] = useState(false)
  const [cancelling, setCancelling] = useState(false)
  const [fromFinishedMeme, setFromFinishedMeme] = useState(false)
  const [askProblem, setAskProblem] = useState<PlainProblem | null>(null)
  const asked = useRef(0)
  const unwanted = useRef(false)

  const reset = useCallback(() => {
    asked.current += 1
    unwanted.current = false
    watch(null)
    setAsking(false)
    setCancelling(false)
    setFromFinishedMeme(false)
    setAskProblem(null)
  }, [watch])

  const stop = useCallback(
    async (jobId: string) => {
      try {
        const { cancelJob } = await request(CancelJob, { id: jobId })
        if (cancelJob.__typename !== 'JobCancelled') return
        if (hasEnded(cancelJob.job)) return watch(cancelJob.job)
        // It goes on for others who asked for the same; for this page it is over.
        watch(null)
        setAskProblem(cancelled)
      } catch (error) {
        setAskProblem(problemOf(error))
      } finally {
        setCancelling(false)
      }
    },
    [watch],
  )

  const start = useCallback(
    async (input: GenerateMemeInput) => {
      reset()
      const turn = asked.current
      setAsking(true)
      try {
        const ticket = await askTwice({ ...input, idempotencyKey: requestKey() })
        if (turn !== asked.current) return
        setFromFinishedMeme(ticket.fromFinishedMeme)
        watch(ticket.job)
        if (unwanted.current) await stop(ticket.job.id)
      } catch (error) {
        if (turn !== asked.current) return
        setAskProblem(problemOf(error))
        // Cancelled meanwhile: there is no job that it could stop.
        setCancelling(false)
      } finally {
        if (turn === asked.current) setAsking(false)
      }
    },
    [reset, watch, stop],
  )

  const cancel = useCallback(async () => {
    setCancelling(true)
    // Without a ticket yet there is nothing to stop: its job is stopped as soon as it is known.
    unwanted.current = true
    if (job) await stop(job.id)
  }, [job, stop])

  const running = job !== null && !jobProblem && (job.state === 'QUEUED' || job.state === 'RUNNING')
  const problem = askProblem ?? jobProblem
  return { job, connection, problem, busy: asking || running, cancelling, fromFinishedMeme, start, cancel, reset }
}

/** `randomUUID` is for secure pages only; this works on a plain http address in the house, too. */
const requestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')

async function ask(input: GenerateMemeInput) {
  const { generateMeme } = await request(GenerateMeme, { input })
  if (generateMeme.__typename === 'JobTicket') return generateMeme
  throw new ProblemError(generateMeme)
}

async function askTwice(input: GenerateMemeInput) {
  try {
    return await ask(input)
  } catch (error) {
    if (problemOf(error).code !== 'UNREACHABLE') throw error
    return ask(input)
  }
}
