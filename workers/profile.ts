import { mkdir, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { profileFile, profilesDirectory } from '#store/sweepProfiles'
import { log } from './log'
import { profileThreads } from './profileThreads'
import { sourceProfile } from './sourceProfile'

/**
 * Runs a job under the CPU profiler, every thread of this process, and writes `profiles/<jobId>.cpuprofile` for the main thread and
 * `<jobId>.thread<n>.cpuprofile` for each other (open them in a browser's devtools). Jobs that run at the same moment show up in each other's profile.
 * The job ends as it would without: a profile that cannot be taken or written is logged only.
 * @param session disconnected in any case: one that stays open slows every thread that it profiles
 * @throws whatever `work` throws
 */
export async function profiled<T>(jobId: string, work: () => Promise<T>, session = new Session()): Promise<T> {
  const complain = (error: unknown) => log.warn({ err: error, jobId }, 'could not take the profile')
  const profile = await startProfile(session).catch(complain)
  try {
    return await work()
  } finally {
    if (profile) await keepProfiles(jobId, profile).catch(complain)
  }
}

interface RunningProfile {
  readonly session: Session
  readonly stopThreads: Awaited<ReturnType<typeof profileThreads>>
}

async function startProfile(session: Session): Promise<RunningProfile> {
  session.connect()
  try {
    const stopThreads = await profileThreads(session)
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
    return { session, stopThreads }
  } catch (error) {
    session.disconnect()
    throw error
  }
}

async function keepProfiles(jobId: string, profile: RunningProfile): Promise<void> {
  const { main, threads } = await stopProfile(profile)
  await mkdir(profilesDirectory(), { recursive: true })
  await writeFile(profileFile(jobId), JSON.stringify(sourceProfile(main)))
  for (const one of threads) await writeFile(profileFile(jobId, one.thread), JSON.stringify(sourceProfile(one.profile)))
}

async function stopProfile({ session, stopThreads }: RunningProfile) {
  try {
    const { profile: main } = await session.post('Profiler.stop')
    return { main, threads: await stopThreads() }
  } finally {
    session.disconnect()
  }
}
