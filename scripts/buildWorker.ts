/** Part of `npm run worker`: builds its JavaScript where that is stale. */
import { projectFolder } from './projectFolder'
import { buildWorker } from './start/buildWorker'
import { progress } from './start/progress'

await buildWorker(
  projectFolder,
  progress((line) => console.log(line)),
)
