'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { analysePicture } from '../client/analysePicture'
import { type PlainProblem, ProblemError, problemOf } from '../client/problem'
import { request } from '../client/request'
import { TemplateBySlug } from '../client/templateDocuments'
import { uploadPicture } from '../client/uploadPicture'
import type { Connection } from '../client/watchJob'
import { nameOf, type Source } from '../create/source'
import type { JobFieldsFragment, TemplateFieldsFragment } from '../generated/graphql'
import { useJob } from './useJob'

/** What was found on a picture. */
export type Analysis = NonNullable<JobFieldsFragment['analysis']>

/** The chosen picture, on its way and once it is known. */
export interface PictureView {
  readonly source: Source | null
  readonly name: string
  /** To show before the server has it: the file itself. */
  readonly localUrl: string | null
  /** 0..1 while the file is being sent, else null. */
  readonly uploadFraction: number | null
  readonly job: JobFieldsFragment | null
  readonly connection: Connection
  /** What was found on the picture; null for a template: what is on it is known. */
  readonly analysis: Analysis | null
  /** The template that the picture is of, when it was begun with one. */
  readonly template: TemplateFieldsFragment | null
  readonly problem: PlainProblem | null
}

/** The chosen picture, and the ways to choose another. */
export interface PictureControl extends PictureView {
  readonly choose: (source: Source) => void
  readonly retry: () => void
  readonly clear: () => void
}

/** A picture's way from the person's hands to its analysis: sent, read, and kept up to date. A template needs none of that. */
export function usePicture(): PictureControl {
  const [source, setSource] = useState<Source | null>(null)
  const [localUrl, setLocalUrl] = useState<string | null>(null)
  const [uploadFraction, setUploadFraction] = useState<number | null>(null)
  const [template, setTemplate] = useState<TemplateFieldsFragment | null>(null)
  const [sendProblem, setSendProblem] = useState<PlainProblem | null>(null)
  const { job, connection, problem: jobProblem, watch } = useJob()
  const sending = useRef(new AbortController())

  const start = useCallback(
    async (chosen: Source) => {
      sending.current.abort()
      sending.current = new AbortController()
      const { signal } = sending.current
      watch(null)
      setSource(chosen)
      setTemplate(null)
      setSendProblem(null)
      setUploadFraction(chosen.kind === 'file' ? 0 : null)
      try {
        if (chosen.kind === 'template') {
          const found = await askedTemplate(chosen.slug, signal)
          return signal.aborted ? undefined : setTemplate(found)
        }
        const known = chosen.kind === 'file' ? await sent(chosen.file, chosen.name, setUploadFraction, signal) : chosen
        if (signal.aborted) return
        setSource(known)
        setUploadFraction(null)
        const wanted = known.kind === 'url' ? { url: known.url } : { uploadId: known.uploadId }
        watch(await analysePicture({ source: wanted }, signal))
      } catch (error) {
        if (signal.aborted) return
        setUploadFraction(null)
        setSendProblem(problemOf(error))
      }
    },
    [watch],
  )

  const choose = useCallback(
    (chosen: Source) => {
      setLocalUrl(chosen.kind === 'file' ? URL.createObjectURL(chosen.file) : null)
      void start(chosen)
    },
    [start],
  )

  const clear = useCallback(() => {
    sending.current.abort()
    watch(null)
    setSource(null)
    setTemplate(null)
    setLocalUrl(null)
    setUploadFraction(null)
    setSendProblem(null)
  }, [watch])

  useEffect(() => () => void (localUrl && URL.revokeObjectURL(localUrl)), [localUrl])
  useEffect(() => () => sending.current.abort(), [])

  return {
    source,
    name: template?.name ?? (source ? nameOf(source) : ''),
    localUrl,
    uploadFraction,
    job,
    connection,
    analysis: job?.analysis ?? null,
    template,
    problem: sendProblem ?? jobProblem,
    choose,
    retry: () => source && void start(source),
    clear,
  }
}

async function sent(
  file: Blob,
  name: string,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Extract<Source, { kind: 'upload' }>> {
  return { kind: 'upload', uploadId: await uploadPicture(file, onProgress, signal), name }
}

async function askedTemplate(slug: string, signal: AbortSignal): Promise<TemplateFieldsFragment> {
  const { template } = await request(TemplateBySlug, { slug }, signal)
  if (template) return template
  const message = 'There is no such template any more. Pick another one, or bring a picture of your own.'
  throw new ProblemError({ code: 'NOT_FOUND', message, retryable: false })
}
