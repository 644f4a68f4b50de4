import { mkdir, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { profileFile, profilesDirectory } from '#store/sweepProfiles'
import { log } from './log'

/**
 * Runs a job under the CPU profiler of this thread and writes `profiles/<jobId>.cpuprofile` (open it in a browser's devtools).
 * Jobs that run at the same moment show up in each other's profile. The job ends as it would without: a profile that cannot be
 * taken or written is logged only.
 * @throws whatever `work` throws
 */
export async function profiled<T>(jobId: string, work: () => Promise<T>): Promise<T> {
  const complain = (error: unknown) => log.warn({ err: error, jobId }, 'could not take the profile')
  const session = await startProfile().catch(complain)
  try {
    return await work()
  } finally {
    if (session) await keepProfile(jobId, session).catch(complain)
  }
}

async function startProfile(): Promise<Session> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  return session
}

async function keepProfile(jobId: string, session: Session): Promise<void> {
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  await mkdir(profilesDirectory(), { recursive: true })
  await writeFile(profileFile(jobId), JSON.stringify(profile))
}
