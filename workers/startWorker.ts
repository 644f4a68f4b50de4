import { randomUUID } from 'node:crypto'
import os from 'node:os'
import type { WorkKind } from '#core/workKind'
import { watchAlerts } from '#store/alerts/watchAlerts'
import { closeSharedCaches, sharedAccess } from '#store/cache/sharedCache'
import { config } from '#store/config'
import { closeDatabase, database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { sampleProcess } from '#store/performance/sampleProcess'
import { enqueueDescribing } from '#store/templates/vectors/describing'
import { type SignOfLife, signOff } from '#store/workers'
import { enqueueHousekeeping } from './background'
import { startHeartbeat } from './heartbeat'
import { openLanes } from './kinds/openLanes'
import { log, logLost } from './log'
import type { HelpingParts, Parts } from './parts'

/** Jobs in progress get this long to end when the process is asked to stop; then their attempt counts as lost. */
const STOP_WITHIN_MS = 15_000

/** Where models, threads and fonts come from, and what for. */
export interface PartsSource {
  /** What this process does. */
  readonly kinds: ReadonlySet<WorkKind>
  /** Loads what is kept between jobs; the worker takes jobs once it is done. @returns what to show of it */
  warm(): Promise<Readonly<Record<string, unknown>>>
  /** Runs what is no job with what is loaded. */
  withHelp(work: (parts: HelpingParts) => Promise<void>): Promise<void>
  /** Runs a job with its parts; only where `kinds` has `render`. */
  withParts(work: (parts: Parts) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/**
 * Makes this process a worker: it says that it lives and what it does, warms up, takes jobs or stages of others' jobs, and stops when it is told to by a
 * signal or when the process that started it is gone.
 */
export async function startWorker(source: PartsSource): Promise<void> {
  const settings = config()
  // Before anything else: a wrong REDIS_URL ends the start here, not the first job.
  sharedAccess()
  const { kinds } = source
  const workerId = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const queueIds = new Set<string>()
  let state: SignOfLife['state'] = 'WARMING'
  let models: Readonly<Record<string, unknown>> = {}
  const heartbeat = startHeartbeat(settings.queue, () => ({
    id: workerId,
    state,
    queueIds: [...queueIds],
    models,
    kinds: [...kinds],
    jobSlots: kinds.has('render') ? settings.workers.jobs : 0,
  }))
  await heartbeat.beat()
  const stopSampling = sampleProcess(workerId, 'worker', (error) =>
    log.warn({ err: error }, 'no sample of this process'),
  )
  const stopWatching = watchAlerts(settings, log)
  models = await source.warm()
  await jobEvents().ready()

  const lanes = await openLanes(workerId, source, {
    add(name) {
      queueIds.add(name)
      void heartbeat.beat()
    },
    // The next beat tells it soon enough: what is locked by nobody is unlocked only when it has been for a while.
    delete: (name) => queueIds.delete(name),
  })
  await enqueueHousekeeping(settings)
  // A new version, another model, or what a worker that was killed had not finished.
  await enqueueDescribing(database())
  state = 'READY'
  await heartbeat.beat()
  log.info({ workerId, kinds: [...kinds], models }, 'ready')

  let stopping = false
  const stop = async (reason: string, exitCode = 0) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    state = 'STOPPING'
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await lanes.stop()
    await heartbeat.stop()
    stopSampling()
    stopWatching()
    await signOff(workerId, settings.queue.dead_after_seconds, settings.queue.max_attempts)
    await source.close()
    await closeSharedCaches()
    await jobEvents().close()
    await closeDatabase()
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
  // Whoever started us may start us anew, with a log that somebody reads.
  void logLost.then(() => stop('nobody reads the log', 1))
  // Started by `npm start`: when that is gone, nobody would ever stop us.
  process.on('disconnect', () => void stop('parent is gone'))
}
