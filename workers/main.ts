import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import os from 'node:os'
import { Logger, run, type WorkerEvents } from 'graphile-worker'
import { cleanUp } from '#store/cleanup'
import { config } from '#store/config'
import { closeDatabase, databaseUrl } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { JOB_TASK } from '#store/queue'
import { type SignOfLife, signOff } from '#store/workers'
import { startHeartbeat } from './heartbeat'
import { log } from './log'
import { loadParts } from './parts'
import { runJob } from './runJob'

const CLEANUP_TASK = 'memezap_cleanup'
/** Jobs in progress get this long to end when the process is asked to stop; then their attempt counts as lost. */
const STOP_WITHIN_MS = 15_000

const settings = config()
const workerId = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
const queueIds = new Set<string>()
let state: SignOfLife['state'] = 'WARMING'
let models: Record<string, unknown> = {}

const heartbeat = startHeartbeat(settings.queue, () => ({ id: workerId, state, queueIds: [...queueIds], models }))
await heartbeat.beat()

const parts = await loadParts(settings)
models = {
  ocr: {
    engine: parts.reader.engine,
    version: parts.reader.version,
    device: parts.reader.device,
    loadMs: parts.reader.loadMs,
  },
}
await jobEvents().ready()

const events: WorkerEvents = new EventEmitter()
events.on('worker:create', ({ worker }) => {
  queueIds.add(worker.workerId)
  void heartbeat.beat()
})

const cleanupHours = settings.cache.cleanup_interval_hours
const runner = await run({
  connectionString: databaseUrl(),
  concurrency: settings.workers.jobs,
  noHandleSignals: true,
  // NOTIFY wakes us within milliseconds; polling is for jobs that wait for a time, or were unlocked.
  pollInterval: 1000,
  events,
  logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
  taskList: {
    [JOB_TASK]: (payload) => runJob((payload as { jobId: string }).jobId, workerId, parts),
    [CLEANUP_TASK]: async (_payload, helpers) => {
      log.info(await cleanUp(settings), 'cleaned up')
      await helpers.addJob(CLEANUP_TASK, {}, { jobKey: CLEANUP_TASK, runAt: inHours(cleanupHours) })
    },
  },
})
// Several workers share one clean-up: the key makes it one job, and a time already set stays.
await runner.addJob(
  CLEANUP_TASK,
  {},
  { jobKey: CLEANUP_TASK, runAt: inHours(cleanupHours), jobKeyMode: 'preserve_run_at' },
)
state = 'READY'
await heartbeat.beat()
log.info({ workerId, models }, 'ready')
process.send?.('ready')

function inHours(hours: number): Date {
  return new Date(Date.now() + hours * 3_600_000)
}

let stopping = false
async function stop(reason: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ reason }, 'stopping')
  state = 'STOPPING'
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
  await runner.stop()
  heartbeat.stop()
  await signOff(workerId, settings.queue.dead_after_seconds, settings.queue.max_attempts)
  await parts.close()
  await jobEvents().close()
  await closeDatabase()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
// Started by `npm start`: when that is gone, nobody would ever stop us.
process.on('disconnect', () => void stop('parent is gone'))
