import type { TaskList } from 'graphile-worker'
import type { Config } from '#core/config'
import { cleanUp } from '#store/cleanup'
import { database } from '#store/database'
import { rollUp } from '#store/performance/rollUp'
import { DESCRIBE_TASK } from '#store/templates/vectors/describing'
import { log } from './log'
import type { PartsSource } from './startWorker'
import { describeTemplates } from './templates/describeTemplates'

const CLEANUP_TASK = 'memezap_cleanup'
const ROLL_UP_TASK = 'memezap_roll_up'

const afterMs = (ms: number): Date => new Date(Date.now() + ms)
const MINUTE_MS = 60_000

const cleanUpAt = ({ cache }: Config): Date => afterMs(cache.cleanup_interval_hours * 60 * MINUTE_MS)

/** What is done again and again, by whichever worker takes it. */
export const housekeeping = (config: Config): TaskList => ({
  [CLEANUP_TASK]: async (_payload, helpers) => {
    log.info(await cleanUp(config), 'cleaned up')
    await helpers.addJob(CLEANUP_TASK, {}, { jobKey: CLEANUP_TASK, runAt: cleanUpAt(config) })
  },
  [ROLL_UP_TASK]: async (_payload, helpers) => {
    try {
      await rollUp()
    } catch (error) {
      // What is not summed up is read from the rows: nothing is lost, and the next one does it.
      log.warn({ err: error }, 'performance rows could not be summed up')
    }
    await helpers.addJob(ROLL_UP_TASK, {}, { jobKey: ROLL_UP_TASK, runAt: afterMs(MINUTE_MS) })
  },
})

/** Describes templates, behind the memes that wait. */
export const describing = (source: Pick<PartsSource, 'withHelp'>): TaskList => ({
  [DESCRIBE_TASK]: () => source.withHelp(async (parts) => void (await describeTemplates(parts))),
})

/** Asks for the first housekeeping. Several workers share it: the key makes it one task. A time already set stays, unless the settings say an earlier one. */
export async function enqueueHousekeeping(config: Config): Promise<void> {
  const add = (task: string, runAt: Date) => database().$executeRaw`
    select graphile_worker.add_job(${task}, '{}', job_key => ${task},
      run_at => least(${runAt}::timestamptz, (select run_at from graphile_worker.jobs where key = ${task} and locked_at is null)))`
  await add(CLEANUP_TASK, cleanUpAt(config))
  await add(ROLL_UP_TASK, afterMs(MINUTE_MS))
}
