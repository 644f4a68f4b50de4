'use client'

import { useEffect, useRef, useState } from 'react'
import { analysePicture } from '../client/analysePicture'
import { type PlainProblem, problemOf } from '../client/problem'
import type { JobFieldsFragment } from '../generated/graphql'
import { useJob } from './useJob'
import type { Analysis } from './usePicture'

/** How a picture looks when no template is used. */
export interface PlainAnalysis {
  /** Null until its words are known. */
  readonly analysis: Analysis | null
  readonly job: JobFieldsFragment | null
  readonly problem: PlainProblem | null
}

const nothing: PlainAnalysis = { analysis: null, job: null, problem: null }

/**
 * A recognised picture once more, as if no template were known: asked for when that is first wanted, then kept.
 * @param uploadId of the picture; null when there is none, or nothing was recognised
 */
export function usePlainAnalysis(uploadId: string | null, wanted: boolean): PlainAnalysis {
  const { job, problem: jobProblem, watch } = useJob()
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const [asked, setAsked] = useState<string | null>(null)
  const asking = useRef(new AbortController())
  const ask = wanted && uploadId !== null && uploadId !== asked

  useEffect(() => {
    if (!ask || uploadId === null) return
    asking.current.abort()
    asking.current = new AbortController()
    const { signal } = asking.current
    setAsked(uploadId)
    setProblem(null)
    watch(null)
    analysePicture({ source: { uploadId }, recognise: false }, signal).then(
      (found) => signal.aborted || watch(found),
      (error) => signal.aborted || setProblem(problemOf(error)),
    )
  }, [ask, uploadId, watch])
  useEffect(() => () => asking.current.abort(), [])

  if (uploadId === null || asked !== uploadId) return nothing
  return { job, analysis: job?.analysis ?? null, problem: problem ?? jobProblem }
}
