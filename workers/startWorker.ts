import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import os from 'node:os'
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { watchAlerts } from '#store/alerts/watchAlerts'
import { cleanUp } from '#store/cleanup'
import { config } from '#store/config'
import { closeDatabase, database, databaseUrl } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { rollUp } from '#store/performance/rollUp'
import { sampleProcess } from '#store/performance/sampleProcess'
import { JOB_TASK } from '#store/queue'
import { DESCRIBE_TASK, enqueueDescribing } from '#store/templates/vectors/describing'
import { type SignOfLife, signOff } from '#store/workers'
import { answerQuestions } from './answers/answerQuestions'
import { startHeartbeat } from './heartbeat'
import { log } from './log'
import type { Parts } from './parts'
import { runJob } from './runJob'
import { describeTemplates } from './templates/describeTemplates'
import { type JobTracer, openJobTracer } from './tracing/jobTracer'

const CLEANUP_TASK = 'memezap_cleanup'
const ROLL_UP_TASK = 'memezap_roll_up'
/** Jobs in progress get this long to end when the process is asked to stop; then their attempt counts as lost. */
const STOP_WITHIN_MS = 15_000

/** Where a job's models, threads and fonts come from. */
export interface PartsSource {
  /** Loads what is kept between jobs; the worker takes jobs once it is done. @returns what to show of it */
  warm(): Promise<Readonly<Record<string, unknown>>>
  /** Runs a job with its parts. */
  withParts(work: (parts: Parts) => Promise<void>): Promise<void>
  close(): Promise<void>
}

const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)
const inHours = (hours: number): Date => inMinutes(hours * 60)

/** Takes jobs from the queue, each run with the parts that `source` gives. */
function takeJobs(
  workerId: string,
  source: PartsSource,
  events: WorkerEvents,
  tracer: JobTracer | undefined,
): Promise<Runner> {
  const { cache, workers } = config()
  return run({
    connectionString: databaseUrl(),
    concurrency: workers.jobs,
    noHandleSignals: true,
    // NOTIFY wakes us within milliseconds; polling is for jobs that wait for a time, or were unlocked.
    pollInterval: 1000,
    events,
    logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
    taskList: {
      [JOB_TASK]: (payload) =>
        source.withParts((parts) => runJob((payload as { jobId: string }).jobId, workerId, parts, tracer)),
      [DESCRIBE_TASK]: () => source.withParts(async (parts) => void (await describeTemplates(parts))),
      [CLEANUP_TASK]: async (_payload, helpers) => {
        log.info(await cleanUp(config()), 'cleaned up')
        await helpers.addJob(CLEANUP_TASK, {}, { jobKey: CLEANUP_TASK, runAt: inHours(cache.cleanup_interval_hours) })
      },
      [ROLL_UP_TASK]: async (_payload, helpers) => {
        try {
          await rollUp()
        } catch (error) {
          // What is not summed up is read from the rows: nothing is lost, and the next one does it.
          log.warn({ err: error }, 'performance rows could not be summed up')
        }
        await helpers.addJob(ROLL_UP_TASK, {}, { jobKey: ROLL_UP_TASK, runAt: inMinutes(1) })
      },
    },
  })
}

/**
 * Makes this process a worker: it says that it lives, warms up, takes jobs, and stops when it is told to by a signal or
 * when the process that started it is gone.
 */
export async function startWorker(source: PartsSource): Promise<void> {
  const settings = config()
  const workerId = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const queueIds = new Set<string>()
  let state: SignOfLife['state'] = 'WARMING'
  let models: Readonly<Record<string, unknown>> = {}
  const heartbeat = startHeartbeat(settings.queue, () => ({ id: workerId, state, queueIds: [...queueIds], models }))
  await heartbeat.beat()
  const stopSampling = sampleProcess(workerId, 'worker', (error) =>
    log.warn({ err: error }, 'no sample of this process'),
  )
  const stopWatching = watchAlerts(settings, log)
  models = await source.warm()
  await jobEvents().ready()

  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => {
    queueIds.add(worker.workerId)
    void heartbeat.beat()
  })
  const tracer = await openJobTracer(process.env)
  const runner = await takeJobs(workerId, source, events, tracer)
  const questions = await answerQuestions(source.withParts, events)
  // Several workers share one clean-up: the key makes it one job, and a time already set stays.
  const runAt = inHours(settings.cache.cleanup_interval_hours)
  await runner.addJob(CLEANUP_TASK, {}, { jobKey: CLEANUP_TASK, runAt, jobKeyMode: 'preserve_run_at' })
  await runner.addJob(ROLL_UP_TASK, {}, { jobKey: ROLL_UP_TASK, runAt: inMinutes(1), jobKeyMode: 'preserve_run_at' })
  // A new version, another model, or what a worker that was killed had not finished.
  await enqueueDescribing(database())
  state = 'READY'
  await heartbeat.beat()
  log.info({ workerId, models }, 'ready')

  let stopping = false
  const stop = async (reason: string) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    state = 'STOPPING'
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await Promise.all([runner.stop(), questions.stop()])
    heartbeat.stop()
    stopSampling()
    stopWatching()
    await signOff(workerId, settings.queue.dead_after_seconds, settings.queue.max_attempts)
    await tracer?.close().catch((error) => log.warn({ err: error }, 'the last traces could not be sent'))
    await source.close()
    await jobEvents().close()
    await closeDatabase()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
  // Started by `npm start`: when that is gone, nobody would ever stop us.
  process.on('disconnect', () => void stop('parent is gone'))
}
