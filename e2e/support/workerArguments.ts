import { projectFolder } from '#scripts/projectFolder'
import { buildWorker } from '#scripts/start/buildWorker'
import { progress } from '#scripts/start/progress'

/** What `node` runs for a worker in the project's folder, as `npm start` does: built first when that is stale. */
export const workerArguments = async (...args: readonly string[]): Promise<string[]> => [
  await buildWorker(
    projectFolder,
    progress(() => {}),
  ),
  ...args,
]
