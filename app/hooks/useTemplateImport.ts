'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { CancelJob, JobById } from '../client/documents'
import { ImportedFolders, ImportTemplates } from '../client/importDocuments'
import { type PlainProblem, ProblemError, problemOf } from '../client/problem'
import { request } from '../client/request'
import { type SentArchive, uploadArchive } from '../client/uploadArchive'
import { archiveOfFiles } from '../curate/archiveOfFiles'
import type { PickedFile } from '../curate/pickedFiles'
import type { ImportedFoldersQuery, ImportTemplatesInput, JobFieldsFragment } from '../generated/graphql'
import { useJob } from './useJob'

/** What became of each folder. */
export type ImportedFolder = NonNullable<NonNullable<ImportedFoldersQuery['job']>['importReport']>['folders'][number]

/** What a curator decides before an import. */
export type ImportChoice = Pick<ImportTemplatesInput, 'newState' | 'licence' | 'dryRun'>

/** An archive's way from the curator's hands to its report. */
export interface TemplateImport {
  /** The archive that the site has, with its name. */
  readonly archive: (SentArchive & { readonly name: string }) | null
  /** 0..1 while it is sent, else null. */
  readonly sending: number | null
  readonly job: JobFieldsFragment | null
  readonly isLive: boolean
  /** Once the job has ended. */
  readonly folders: readonly ImportedFolder[] | null
  readonly problem: PlainProblem | null
  readonly choose: (picked: readonly PickedFile[]) => Promise<void>
  readonly start: (choice: ImportChoice) => Promise<void>
  readonly cancel: () => Promise<void>
  /** Back to the beginning. */
  readonly clear: () => void
}

const noTemplates: PlainProblem = {
  code: 'NO_TEMPLATES_IN_ARCHIVE',
  message:
    'There is no template in that: choose a .zip, or a folder that holds folders with a config.yml or template.json.',
  retryable: false,
}

const isRunning = (job: JobFieldsFragment | null): boolean => job?.state === 'QUEUED' || job?.state === 'RUNNING'

/** In the address, so that a reload finds the import again. */
const jobInAddress = (id: string | null): void =>
  window.history.replaceState(window.history.state, '', id ? `?job=${id}` : window.location.pathname)

/** One import at a time: sent, started, followed and told of. */
export function useTemplateImport(): TemplateImport {
  const [archive, setArchive] = useState<TemplateImport['archive']>(null)
  const [sending, setSending] = useState<number | null>(null)
  const [folders, setFolders] = useState<readonly ImportedFolder[] | null>(null)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const { job, connection, problem: jobProblem, watch } = useJob()
  const upload = useRef(new AbortController())

  const clear = useCallback(() => {
    upload.current.abort()
    watch(null)
    setArchive(null)
    setSending(null)
    setFolders(null)
    setProblem(null)
    jobInAddress(null)
  }, [watch])

  const choose = async (picked: readonly PickedFile[]) => {
    clear()
    upload.current = new AbortController()
    const { signal } = upload.current
    try {
      const packed = await archiveOfFiles(picked)
      if (!packed) return setProblem(noTemplates)
      setSending(0)
      const sent = await uploadArchive(packed.file, setSending, signal)
      setArchive({ ...sent, name: packed.name })
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    } finally {
      if (!signal.aborted) setSending(null)
    }
  }

  const start = async (choice: ImportChoice) => {
    if (!archive) return
    setProblem(null)
    setFolders(null)
    watch(null)
    try {
      const input = { archiveId: archive.archiveId, ...choice }
      const { importTemplates: answer } = await request(ImportTemplates, { input })
      if (answer.__typename !== 'JobTicket') throw new ProblemError(answer)
      jobInAddress(answer.job.id)
      watch(answer.job)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  const cancel = async () => {
    if (job) await request(CancelJob, { id: job.id }).catch((error: unknown) => setProblem(problemOf(error)))
  }

  const endedId = job && !isRunning(job) ? job.id : null
  useEffect(() => {
    if (!endedId) return
    const life = new AbortController()
    request(ImportedFolders, { id: endedId }, life.signal).then(
      ({ job: ended }) => setFolders(ended?.importReport?.folders ?? null),
      (error: unknown) => life.signal.aborted || setProblem(problemOf(error)),
    )
    return () => life.abort()
  }, [endedId])

  useEffect(() => {
    const id = new URLSearchParams(window.location.search).get('job')
    const life = new AbortController()
    if (id)
      request(JobById, { id }, life.signal).then(
        ({ job: found }) => watch(found?.kind === 'IMPORT' ? found : null),
        () => undefined,
      )
    return () => life.abort()
  }, [watch])
  useEffect(() => () => upload.current.abort(), [])

  return {
    archive,
    sending,
    job,
    isLive: connection === 'live',
    folders,
    problem: problem ?? (jobProblem?.code === 'CANCELLED' ? null : jobProblem),
    choose,
    start,
    cancel,
    clear,
  }
}
