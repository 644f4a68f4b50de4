import { once } from 'node:events'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { Session } from 'node:inspector/promises'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { profilesDirectory } from '#store/sweepProfiles'
import { profiled } from './profile'

test('a job ends as it would without its profile, whether that can be written or not', async () => {
  process.env.MEMEZAP_STORAGE__DIRECTORY = temporaryFolder()
  const fails = async () => {
    throw new Error('the job failed')
  }
  // A file is where the folder should be.
  await writeFile(profilesDirectory(), '')
  expect(await profiled('kept', async () => 'result')).toBe('result')
  await expect(profiled('failed', fails)).rejects.toThrow('the job failed')

  await rm(profilesDirectory())
  await expect(profiled('failed', fails)).rejects.toThrow('the job failed')
  expect(await readdir(profilesDirectory())).toEqual(['failed.cpuprofile'])
})

test('a session is left when the profile cannot be started, and when it cannot be stopped', async () => {
  process.env.MEMEZAP_STORAGE__DIRECTORY = temporaryFolder()
  const isOpen = (session: Session) => session.post('Runtime.getIsolateId').then(Boolean, () => false)
  // A thread has no threads to profile: starting fails there.
  const inThread = `
    import { Session } from 'node:inspector/promises'
    import { parentPort } from 'node:worker_threads'
    const { profiled } = await import(${JSON.stringify(new URL('./profile.ts', import.meta.url).href)})
    const session = new Session()
    const result = await profiled('started', async () => 'result', session)
    const isOpen = await session.post('Runtime.getIsolateId').then(Boolean, () => false)
    parentPort.postMessage({ result, isOpen })`
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(inThread)}`), {
    execArgv: ['--import', new URL('./typescriptThread.mjs', import.meta.url).href],
  })
  onTestFinished(() => void thread.terminate())
  expect(await once(thread, 'message')).toEqual([{ result: 'result', isOpen: false }])

  const session = new Session()
  const stopsIt = async () => {
    await session.post('Profiler.stop')
    await session.post('Profiler.disable')
    return 'result'
  }
  expect(await profiled('stopped', stopsIt, session)).toBe('result')
  expect(await isOpen(session)).toBe(false)
})
