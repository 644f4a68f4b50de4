import type { Analysis } from '#core/analysis'
import type { ImportReport } from '#core/importReport'
import type { JobPayload } from '#core/jobPayload'
import type { PreparedPicture } from '#core/preparedPicture'
import type { Stage } from '#core/stage'
import { database } from '../database'
import type { Job, Prisma } from '../generated/prisma/client'
import { JOB_CHANNEL, PROGRESS_CHANNEL } from '../jobEvents'
import { crashedProblem } from './recoverJobs'

/** What a worker holds while it works on a job. Each write is fenced: it does nothing once somebody else holds the job, or it has ended. */
export interface Hold {
  readonly jobId: string
  readonly workerId: string
  readonly attempt: number
  readonly payload: JobPayload
  /** The lower goes first, also where its stages stand in line (`batchPriority`). */
  readonly priority: number
  /** How long the job waited before this attempt. */
  readonly queuedMs: number
  /** Whether somebody asked for a profile of the next job (`takeProfileRequest`). */
  readonly profileAsked: boolean
}

/** A problem as stored with a failed job. */
export interface StoredProblem {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
  readonly traceId?: string
}

/**
 * Takes a job that graphile-worker handed to this worker. Its lock makes the worker the only one.
 * @returns undefined when the job has ended meanwhile (cancelled, say), or ends now because it has been tried `maxAttempts` times
 */
export async function claimJob(jobId: string, workerId: string, maxAttempts: number): Promise<Hold | undefined> {
  const [row] = await database().$queryRaw<
    { payload: JobPayload; attempts: number; priority: number; queued_ms: number; profile_asked: boolean }[]
  >`
    with claimed as (
      update job set state = 'RUNNING', worker_id = ${workerId}, attempts = attempts + 1, version = version + 1,
        fraction = 0, started_at = now()
      where id = ${jobId}::uuid and state in ('QUEUED', 'RUNNING')
      returning id, payload, attempts, priority, extract(epoch from now() - queued_at)::float8 * 1000 as queued_ms)
    select payload, attempts, priority, queued_ms, exists (select from profile_request where job_id is null) as profile_asked,
      pg_notify(${PROGRESS_CHANNEL}, id::text)::text from claimed`
  if (!row) return undefined
  const { payload, attempts: attempt, priority, queued_ms: queuedMs, profile_asked: profileAsked } = row
  const hold: Hold = { jobId, workerId, attempt, payload, priority, queuedMs, profileAsked }
  if (row.attempts <= maxAttempts) return hold
  await endJob(hold, { problem: crashedProblem(maxAttempts) })
  return undefined
}

/** @returns false when the job is not this worker's any more: stop working on it */
export async function saveProgress(hold: Hold, stage: Stage, fraction: number): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    with changed as (
      update job set stage = ${stage}, fraction = ${fraction}, version = version + 1
      where id = ${hold.jobId}::uuid and worker_id = ${hold.workerId} and attempts = ${hold.attempt} and state = 'RUNNING'
      returning id)
    select pg_notify(${PROGRESS_CHANNEL}, id::text)::text from changed`
  return rows.length === 1
}

/** Shows what is known of the picture while the job goes on. */
export async function saveAnalysis(hold: Hold, analysis: Analysis): Promise<void> {
  await database().$executeRaw`
    with changed as (
      update job set analysis = ${JSON.stringify(analysis)}::jsonb, version = version + 1
      where id = ${hold.jobId}::uuid and worker_id = ${hold.workerId} and attempts = ${hold.attempt} and state = 'RUNNING'
      returning id)
    select pg_notify(${JOB_CHANNEL}, id::text)::text from changed`
}

/** Shows what has become of an archive's templates while the job goes on. @returns false when the job is not this worker's any more */
export async function saveImportReport(hold: Hold, report: ImportReport): Promise<boolean> {
  const fraction = report.folders.length / Math.max(1, report.total)
  const rows = await database().$queryRaw<unknown[]>`
    with changed as (
      update job set import_report = ${JSON.stringify(report)}::jsonb, fraction = ${fraction}, version = version + 1
      where id = ${hold.jobId}::uuid and worker_id = ${hold.workerId} and attempts = ${hold.attempt} and state = 'RUNNING'
      returning id)
    select pg_notify(${JOB_CHANNEL}, id::text)::text from changed`
  return rows.length === 1
}

/** What earlier attempts of a job have brought in; undefined when this is the first. */
export async function findImportReport(jobId: string): Promise<ImportReport | undefined> {
  const row = await database().job.findUnique({ where: { id: jobId }, select: { importReport: true } })
  return (row?.importReport as unknown as ImportReport | null) ?? undefined
}

type Ending =
  | { readonly memeId: string }
  | { readonly analysis: Analysis }
  | { readonly importReport: ImportReport }
  | { readonly templatePicture: PreparedPicture }
  | { readonly problem: StoredProblem }

/** Ends a held job. @returns false when it was not this worker's any more, and nothing was written */
export async function endJob(hold: Hold, ending: Ending, tx: Prisma.TransactionClient = database()): Promise<boolean> {
  const state: Job['state'] = 'problem' in ending ? 'FAILED' : 'DONE'
  const memeId = 'memeId' in ending ? ending.memeId : null
  const analysis = 'analysis' in ending ? JSON.stringify(ending.analysis) : null
  const importReport = 'importReport' in ending ? JSON.stringify(ending.importReport) : null
  const templatePicture = 'templatePicture' in ending ? JSON.stringify(ending.templatePicture) : null
  const problem = 'problem' in ending ? JSON.stringify(ending.problem) : null
  const rows = await tx.$queryRaw<unknown[]>`
    with changed as (
      update job set state = ${state}::"JobState", stage = null, finished_at = now(), version = version + 1,
        fraction = case when ${state} = 'DONE' then 1 else fraction end,
        meme_id = ${memeId}::uuid, analysis = coalesce(${analysis}::jsonb, analysis),
        import_report = coalesce(${importReport}::jsonb, import_report), template_picture = ${templatePicture}::jsonb,
        problem = ${problem}::jsonb
      where id = ${hold.jobId}::uuid and worker_id = ${hold.workerId} and attempts = ${hold.attempt} and state = 'RUNNING'
      returning id)
    select pg_notify(${JOB_CHANNEL}, id::text)::text from changed`
  return rows.length === 1
}

/** Whether this worker still has the job: false once it was cancelled, ended, or given to another. */
export async function stillHeld(hold: Hold): Promise<boolean> {
  const where = { id: hold.jobId, workerId: hold.workerId, attempts: hold.attempt, state: 'RUNNING' as const }
  return (await database().job.count({ where })) === 1
}
