import { config } from '#store/config'
import { openRowWriter } from '#store/performance/rowWriter'
import { JOB_TASK, LETTERING_TASK } from '#store/queue'
import { log } from '../log'
import { runJob } from '../runJob'
import type { PartsSource } from '../startWorker'
import { openJobTracer } from '../tracing/jobTracer'
import { type Lane, type OpenLane, openLane } from './lane'
import type { LockNames } from './places'

/**
 * Takes jobs: those on uploads in `workers.jobs` places, memes from a template in `workers.render` places of their own, so that neither waits for the other.
 * @param background tasks for the first lane, behind the jobs
 */
export async function openJobLanes(
  workerId: string,
  source: Pick<PartsSource, 'withParts'>,
  background: Lane['tasks'],
  lockNames: LockNames,
): Promise<OpenLane> {
  const { workers } = config()
  const tracer = await openJobTracer(process.env)
  const rows = openRowWriter((error) => log.warn({ err: error }, 'performance rows could not be written yet'))
  const runTask = (payload: unknown) =>
    source.withParts((parts) => runJob((payload as { jobId: string }).jobId, workerId, parts, tracer, rows.save))
  const lanes = await Promise.all([
    openLane({ tasks: { [JOB_TASK]: runTask, ...background }, places: workers.jobs }, lockNames),
    openLane({ tasks: { [LETTERING_TASK]: runTask }, places: workers.render }, lockNames),
  ])
  return {
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()))
      await rows.close()
      await tracer?.close()
    },
  }
}
