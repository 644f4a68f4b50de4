'use client'

import { useEffect, useState } from 'react'
import { type PlainProblem, problemOf } from '../client/problem'
import { request } from '../client/request'
import { watchJob } from '../client/watchJob'
import { JobWaterfall } from '../client/waterfallDocuments'
import type { JobWaterfallQuery } from '../generated/graphql'

const isActive = (answer: JobWaterfallQuery | null): boolean =>
  answer?.job?.state === 'QUEUED' || answer?.job?.state === 'RUNNING'

/** A job's rows are written just after its end: how often, and how long apart, they are asked for. */
const ROW_TRIES = 6
const ROW_WAIT_MS = 500

const JUST_NOW_MS = 10_000

function endedJustNow({ job }: JobWaterfallQuery): boolean {
  return job?.finishedAt != null && Math.abs(Date.now() - Date.parse(job.finishedAt)) < JUST_NOW_MS
}

/** What is known of one job, followed to its end. */
export interface JobView {
  /** Null while nothing could be read. */
  readonly answer: JobWaterfallQuery | null
  /** It waits or runs. */
  readonly active: boolean
  readonly problem: PlainProblem | null
}

/**
 * Follows a job while it waits or runs, and reads where its time went once it has ended.
 * @param first what the page came with; null when that could not be read
 */
export function useJobWaterfall(id: string, first: JobWaterfallQuery | null): JobView {
  const [answer, setAnswer] = useState(first)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const active = isActive(answer)
  // Read at the very moment at which it ended, or not at all.
  const unread = answer === null || (!active && !answer.jobPerformance && endedJustNow(answer))

  useEffect(() => {
    if (!active && !unread) return
    const life = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async (tries: number): Promise<void> => {
      try {
        const next = await request(JobWaterfall, { id }, life.signal)
        // It has ended, and its rows are on their way.
        if (next.job && !isActive(next) && !next.jobPerformance && tries > 1) {
          timer = setTimeout(() => void read(tries - 1), ROW_WAIT_MS)
          return
        }
        setAnswer(next)
        setProblem(null)
      } catch (error) {
        if (!life.signal.aborted) setProblem(problemOf(error))
      }
    }
    const end = () => {
      clearTimeout(timer)
      life.abort()
    }
    if (unread) {
      void read(ROW_TRIES)
      return end
    }
    const stop = watchJob(id, {
      onJob: ({ state, stageText, fraction, queuePosition }) => {
        if (state !== 'QUEUED' && state !== 'RUNNING') return void read(ROW_TRIES)
        setAnswer((known) =>
          known?.job ? { ...known, job: { ...known.job, state, stageText, fraction, queuePosition } } : known,
        )
      },
      onConnection: () => {},
      onGone: () => void read(1),
    })
    return () => {
      stop()
      end()
    }
  }, [id, active, unread])

  return { answer, active, problem }
}
