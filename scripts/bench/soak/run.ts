import { startDatabaseServer } from '#e2e/support/databaseServer'
import { startStack } from '#e2e/support/stack'
import { leanClient } from '../leanClient'
import { load, machine } from '../machine'
import { standInClip } from '../standInClip'
import { untilDescribed } from '../untilDescribed'
import { watchMemory } from './memory'
import { pointLine, type SoakResult, soakResult, soakWords } from './report'
import { soak } from './soak'

/** Starts a site and a worker with everything loaded, runs so many jobs, and prints the worker's memory as it goes. */
export async function runSoak(jobs: number): Promise<SoakResult> {
  const databases = await startDatabaseServer()
  const clip = standInClip(['int8'])
  const url = await databases.create()
  const stack = await startStack({
    database: { url, drop: () => databases.drop(url) },
    env: {
      // Everything loaded, all the time: in operation it leaves after two idle minutes.
      MEMEZAP_CLIP__IMAGE_IDLE_MINUTES: '1440',
      MEMEZAP_MONITORING__LOG_TIMING: 'false',
      MEMEZAP_MONITORING__LOG_MEMORY_USAGE: 'false',
      ...clip.env,
    },
    starterTemplates: true,
  })
  const client = leanClient(stack.url)
  try {
    await untilDescribed(url, true)
    const loadBefore = load()
    const memory = watchMemory(stack.workerPid)
    const start = performance.now()
    const soaked = await soak(client, memory, jobs, (point) => console.log(pointLine(point))).finally(memory.stop)
    const seconds = (performance.now() - start) / 1000
    const { processor, cores } = machine(loadBefore)
    const where = { takenAt: new Date().toISOString(), seconds, processor, cores, peakMb: memory.peakMb() }
    const result = soakResult(soaked, where)
    console.log(soakWords(result))
    return result
  } catch (error) {
    console.error(stack.printed.slice(-20).join('\n'))
    throw error
  } finally {
    await client.close()
    await stack.stop()
    await databases.stop()
    clip.remove()
  }
}
