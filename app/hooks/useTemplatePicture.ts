'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { MakeTemplatePicture, PreparedPictureOf } from '../client/curatedTemplateDocuments'
import { jobEnd } from '../client/jobEnd'
import { type PlainProblem, ProblemError, problemOf, unreachable } from '../client/problem'
import { request } from '../client/request'
import { uploadPicture } from '../client/uploadPicture'
import type { PreparedPictureOfQuery, TemplatePictureSourceInput } from '../generated/graphql'

/** Where a template's picture comes from: a file of this computer, or something that the API knows. */
export type PictureWish = File | TemplatePictureSourceInput

/** A picture that is ready, and the job that made it so. */
export interface ReadyPicture {
  /** What it was made of, as the API knows it by now. */
  readonly source: TemplatePictureSourceInput
  readonly jobId: string
  readonly picture: NonNullable<NonNullable<PreparedPictureOfQuery['job']>['templatePicture']>
}

/** What is being done, in words, and how much of it is, 0..1; null where that is not known. */
export interface PictureProgress {
  readonly text: string
  readonly fraction: number | null
}

/** Gets pictures ready for templates, one at a time. */
export function useTemplatePicture() {
  const [progress, setProgress] = useState<PictureProgress | null>(null)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const life = useRef(new AbortController())
  useEffect(() => () => life.current.abort(), [])

  /** @returns null when it did not come to that: `problem` says why */
  const prepare = useCallback(async (wish: PictureWish, withoutWords: boolean): Promise<ReadyPicture | null> => {
    life.current.abort()
    life.current = new AbortController()
    const { signal } = life.current
    setProblem(null)
    setProgress({ text: 'Getting the picture', fraction: null })
    try {
      const source = wish instanceof File ? { uploadId: await sent(wish, setProgress, signal) } : wish
      setProgress({ text: 'Getting the picture ready', fraction: null })
      const { makeTemplatePicture: answer } = await request(
        MakeTemplatePicture,
        { input: { source, withoutWords } },
        signal,
      )
      if (answer.__typename !== 'JobTicket') throw new ProblemError(answer)
      const job = await jobEnd(
        answer.job,
        ({ stageText, fraction }) => setProgress({ text: stageText ?? 'Getting the picture ready', fraction }),
        signal,
      )
      const made = await request(PreparedPictureOf, { id: job.id }, signal)
      if (!made.job?.templatePicture) throw new ProblemError(unreachable)
      return { source, jobId: job.id, picture: made.job.templatePicture }
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
      return null
    } finally {
      if (!signal.aborted) setProgress(null)
    }
  }, [])

  return { progress, problem, prepare, refuse: setProblem }
}

const sent = (file: File, onProgress: (progress: PictureProgress) => void, signal: AbortSignal): Promise<string> =>
  uploadPicture(
    file,
    (fraction) => onProgress({ text: `Sending the picture: ${Math.round(fraction * 100)} %`, fraction }),
    signal,
  )
