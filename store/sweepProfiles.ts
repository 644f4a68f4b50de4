import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { storageDirectory } from './files'
import { modifiedAt } from './modifiedAt'

/** A profile is looked at by whoever asked for it, soon: a busy worker writes megabytes of them each minute. */
const KEPT_MS = 86_400_000

/** Where the `<jobId>.cpuprofile` files are. */
export const profilesDirectory = (): string => path.join(storageDirectory(), 'profiles')

/** The main thread, as its profile is called. */
export const MAIN_THREAD = 'main'

/** A job's profile of one thread, whether it is there or not. */
export const profileFile = (jobId: string, thread = MAIN_THREAD): string =>
  path.join(profilesDirectory(), `${jobId}${thread === MAIN_THREAD ? '' : `.${thread}`}.cpuprofile`)

/** Of which threads there are profiles of a job, the main thread first. */
export async function profiledThreads(jobId: string): Promise<readonly string[]> {
  const names = await namesThere()
  const others = names.filter((name) => name.startsWith(`${jobId}.thread`)).map((name) => name.split('.')[1]!)
  return [...(names.includes(`${jobId}.cpuprofile`) ? [MAIN_THREAD] : []), ...others.toSorted()]
}

async function namesThere(): Promise<string[]> {
  try {
    return await readdir(profilesDirectory())
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Deletes profiles older than a day. @returns how many */
export async function sweepProfiles(): Promise<number> {
  const names = await namesThere()
  let removed = 0
  for (const name of names) {
    const file = path.join(profilesDirectory(), name)
    const at = await modifiedAt(file)
    if (at === undefined || Date.now() - at < KEPT_MS) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}
