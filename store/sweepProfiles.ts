import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { storageDirectory } from './files'

/** A profile is looked at by whoever asked for it, soon: a busy worker writes megabytes of them each minute. */
const KEPT_MS = 86_400_000

/** Where the `<jobId>.cpuprofile` files are. */
export const profilesDirectory = (): string => path.join(storageDirectory(), 'profiles')

/** A job's profile, whether it is there or not. */
export const profileFile = (jobId: string): string => path.join(profilesDirectory(), `${jobId}.cpuprofile`)

/** Deletes profiles older than a day. @returns how many */
export async function sweepProfiles(): Promise<number> {
  const names = await readdir(profilesDirectory()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const file = path.join(profilesDirectory(), name)
    // Gone meanwhile: another worker cleans up, too.
    const found = await stat(file).catch(() => undefined)
    if (found === undefined || Date.now() - found.mtimeMs < KEPT_MS) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}
