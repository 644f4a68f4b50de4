import { mkdir, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import path from 'node:path'
import { storageDirectory } from '#store/files'

/**
 * Runs a job under the CPU profiler of this thread and writes `profiles/<jobId>.cpuprofile` (open it in a browser's devtools).
 * Jobs that run at the same moment show up in each other's profile.
 */
export async function profiled<T>(jobId: string, work: () => Promise<T>): Promise<T> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  try {
    return await work()
  } finally {
    const { profile } = await session.post('Profiler.stop')
    session.disconnect()
    const folder = path.join(storageDirectory(), 'profiles')
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, `${jobId}.cpuprofile`), JSON.stringify(profile))
  }
}
