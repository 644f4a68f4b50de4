import type { TaskList } from 'graphile-worker'
import { questionTasks } from '#store/askWorker'
import { isDatabaseAway } from '#store/databaseAway'
import type { Lane } from '../kinds/lane'
import { log } from '../log'
import type { HelpingParts } from '../parts'
import type { PartsSource } from '../startWorker'
import { describeUpload } from './describeUpload'
import { embedText } from './embedText'

/** How each question is answered: its payload is what `askWorker` was given. */
const answers = {
  [questionTasks.embedText]: (payload: unknown, parts: HelpingParts) => embedText(payload as { words: string }, parts),
  [questionTasks.describeUpload]: (payload: unknown, parts: HelpingParts) =>
    describeUpload(payload as { sha256: string; key: string }, parts),
}

/** Where the site's questions are answered, one at a time. */
export function questionLane({ withHelp }: Pick<PartsSource, 'withHelp'>): Lane {
  const tasks = Object.fromEntries(
    Object.entries(answers).map(([task, answer]) => [
      task,
      async (payload: unknown) => {
        try {
          await withHelp((parts) => answer(payload, parts))
        } catch (error) {
          if (isDatabaseAway(error)) throw error
          // Who asked goes on without; a task that failed for good would stay in the queue for ever.
          log.warn({ err: error, task }, 'a question could not be answered')
        }
      },
    ]),
  )
  return { tasks: tasks as TaskList, places: 1 }
}
