import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { questionTasks } from '#store/askWorker'
import { databaseUrl } from '#store/database'
import { isDatabaseAway } from '#store/databaseAway'
import { log } from '../log'
import type { Parts } from '../parts'
import { describeUpload } from './describeUpload'
import { embedText } from './embedText'

/** How each question is answered: its payload is what `askWorker` was given. */
const answers = {
  [questionTasks.embedText]: (payload: unknown, parts: Parts) => embedText(payload as { words: string }, parts),
  [questionTasks.describeUpload]: (payload: unknown, parts: Parts) =>
    describeUpload(payload as { sha256: string }, parts),
}

/**
 * Answers the site's questions beside the jobs, one at a time.
 * @param withParts as for jobs
 */
export function answerQuestions(
  withParts: (work: (parts: Parts) => Promise<void>) => Promise<void>,
  events: WorkerEvents,
): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(answers).map(([task, answer]) => [
      task,
      async (payload: unknown) => {
        try {
          await withParts((parts) => answer(payload, parts))
        } catch (error) {
          if (isDatabaseAway(error)) throw error
          // Who asked goes on without; a task that failed for good would stay in the queue for ever.
          log.warn({ err: error, task }, 'a question could not be answered')
        }
      },
    ]),
  )
  return run({
    connectionString: databaseUrl(),
    concurrency: 1,
    maxPoolSize: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    events,
    logger: new Logger(() => (level, message) => (level === 'error' ? log.error(message) : log.debug(message))),
    taskList: taskList as TaskList,
  })
}
