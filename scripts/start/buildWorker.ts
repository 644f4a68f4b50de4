import path from 'node:path'
import { bundleWorker } from './bundleWorker'
import { bringUpToDate } from './freshStep'
import type { Progress } from './progress'

/**
 * Builds a worker's program when anything that it is made of has changed. Code has to be generated before.
 * @param program its source, relative to `folder`
 * @returns the JavaScript file for `node`, relative to `folder`
 */
export async function buildWorker(folder: string, progress: Progress, program = 'workers/main.ts'): Promise<string> {
  const name = path.basename(program, '.ts')
  const built = `.built/${name}/${name}.js`
  await bringUpToDate(
    folder,
    {
      name: `worker-${name}`,
      line: 'Building the worker',
      // Of scripts: how it is built, and the benchmark's workers.
      inputs: [
        'workers',
        'store',
        'core',
        'scripts',
        'prisma/schema.prisma',
        'tsconfig.json',
        'package.json',
        'package-lock.json',
      ],
      outputs: [built],
      make: () => bundleWorker(folder, program, path.join(folder, path.dirname(built))),
    },
    progress,
  )
  return built
}
