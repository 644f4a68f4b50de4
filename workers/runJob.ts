import { randomUUID } from 'node:crypto'
import { AppError } from '#core/errors'
import { warmth } from '#core/performance/warmth'
import { isDatabaseAway } from '#store/databaseAway'
import { jobEvents } from '#store/jobEvents'
import { claimJob, endJob, type Hold, type StoredProblem, stillHeld } from '#store/jobs/holdJob'
import { takeProfileRequest } from '#store/performance/profileRequests'
import { type StageMeasurement, saveStageRows } from '#store/stageRows'
import { analyze, analyzeWeights } from './analyze'
import { generate, generateWeights } from './generate'
import { importTemplates, importWeights } from './importTemplates'
import type { JobRun } from './jobRun'
import { whoWasMissing } from './kinds/whoWasMissing'
import { log } from './log'
import { makeTemplatePicture, templatePictureWeights } from './makeTemplatePicture'
import type { Parts } from './parts'
import type { PixelRoom } from './pixelGate'
import { profiled } from './profile'
import { rssIf, startSteps } from './step'
import type { JobTracer } from './tracing/jobTracer'

/**
 * Runs one queued job to its end, whatever the end is. Throws only when the database cannot be reached: then the queue hands the job out again.
 * @param saveRows takes its performance rows once it has ended: nobody waits for them
 */
export async function runJob(
  jobId: string,
  workerId: string,
  parts: Parts,
  tracer?: Pick<JobTracer, 'trace'>,
  saveRows: (rows: readonly StageMeasurement[]) => Promise<void> | void = saveStageRows,
): Promise<void> {
  const hold = await claimJob(jobId, workerId, parts.config.queue.max_attempts)
  if (!hold) return
  const abort = new AbortController()
  const room = parts.pixels.room(abort.signal)
  try {
    await runHeld(hold, workerId, parts, abort, room, tracer, saveRows)
  } finally {
    // At the very end: what is done after the job has its picture still.
    room.leave()
  }
}

async function runHeld(
  hold: Hold,
  workerId: string,
  parts: Parts,
  abort: AbortController,
  room: PixelRoom,
  tracer: Pick<JobTracer, 'trace'> | undefined,
  saveRows: (rows: readonly StageMeasurement[]) => Promise<void> | void,
): Promise<void> {
  const { config } = parts
  const { jobId } = hold
  const unwatch = jobEvents().watchCancel(jobId, () => void abortUnlessHeld(hold, abort))
  const timer = setTimeout(() => abort.abort(new AppError('JOB_TIMEOUT')), config.queue.job_timeout_seconds * 1000)
  const clock = startSteps({ hold, weights: weights[hold.payload.kind], abort, monitoring: config.monitoring })
  const startedAt = new Date()
  const start = performance.now()
  const rssBeforeBytes = rssIf(config.monitoring.log_memory_usage)
  let errorCode: string | null = null
  const later: (() => Promise<void>)[] = []
  try {
    const run: JobRun = {
      hold,
      parts,
      clock,
      signal: abort.signal,
      room,
      goesOn: () => void timer.refresh(),
      afterwards: (work) => void later.push(work),
    }
    const work = () => result(run)
    const isProfiled = config.monitoring.enable_profiling || (hold.profileAsked && (await takeProfileRequest(jobId)))
    const ending = await (isProfiled ? profiled(jobId, work) : work())
    await clock.settled()
    await endJob(hold, ending)
  } catch (error) {
    if (isDatabaseAway(error)) {
      log.warn({ err: error, jobId }, 'the database is away: the job is tried again')
      throw error
    }
    const problem = problemOf(await whoWasMissing(error, clock.rows(), config), jobId)
    errorCode = problem.code
    await clock.settled()
    // A cancelled job has its ending already: this does nothing then.
    await endJob(hold, { problem })
  } finally {
    clearTimeout(timer)
    unwatch()
  }
  const stages = clock.rows()
  const whole: StageMeasurement = {
    jobId,
    operation: 'job',
    startedAt,
    durationMs: performance.now() - start,
    queuedMs: hold.queuedMs,
    ok: errorCode === null,
    errorCode,
    cacheHit: warmth(stages),
    rssBeforeBytes,
    rssAfterBytes: rssIf(config.monitoring.log_memory_usage),
    device: parts.reader.device,
    model: null,
    workerId,
    attempt: hold.attempt,
  }
  await saveRows([...stages, whole])
  tracer?.trace(whole, stages)
  for (const work of later) await unlessItFails(work, jobId)
}

async function unlessItFails(work: () => Promise<void>, jobId: string): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn({ err: error, jobId }, 'work after the job has failed')
  }
}

const weights = {
  GENERATE: generateWeights,
  ANALYZE: analyzeWeights,
  IMPORT: importWeights,
  TEMPLATE_PICTURE: templatePictureWeights,
} as const

/** What the job ends with, by its kind. */
async function result(run: JobRun) {
  const { payload } = run.hold
  switch (payload.kind) {
    case 'GENERATE':
      return { memeId: await generate(payload, run) }
    case 'ANALYZE':
      return { analysis: await analyze(payload, run) }
    case 'IMPORT':
      return { importReport: await importTemplates(payload, run) }
    case 'TEMPLATE_PICTURE':
      return { templatePicture: await makeTemplatePicture(payload, run) }
  }
}

async function abortUnlessHeld(hold: Hold, abort: AbortController): Promise<void> {
  try {
    if (!(await stillHeld(hold))) abort.abort(new AppError('CANCELLED'))
  } catch (error) {
    // The next step's progress write asks the same question.
    log.warn({ err: error, jobId: hold.jobId }, 'could not ask whether the job was cancelled')
  }
}

/** Expected failures keep their code and words; all others are logged once under a trace id, and told without detail. */
function problemOf(error: unknown, jobId: string): StoredProblem {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details }
  const traceId = randomUUID()
  log.error({ err: error, jobId, traceId }, 'job failed')
  const internal = new AppError('INTERNAL')
  return { code: internal.code, message: internal.message, details: {}, traceId }
}
