import os from 'node:os'
import { type ProcessSample, SAMPLE_SECONDS, saveProcessSample } from './processSamples'
import { cachesOfProcess } from './reportCache'

/** Every twentieth sample, one in five minutes, stays as long as rows do. */
const KEPT_EVERY = 20

/**
 * Tells how this process is, now and every `SAMPLE_SECONDS`. What cannot be written is left out.
 * @param failed is told of the first failure of a row
 * @returns what ends it
 */
export function sampleProcess(
  processId: string,
  kind: ProcessSample['kind'],
  failed: (error: unknown) => void,
): () => void {
  let number = 0
  let away = false
  let busy = false
  // The first sample is the mean since the process began: of no time at all it would be any number of cores.
  let before = { cpu: { user: 0, system: 0 }, at: 0 }
  const sample = async () => {
    // What a sample counts is the difference to the one before: two at once would count it twice.
    if (busy) return
    busy = true
    const cpu = process.cpuUsage(before.cpu)
    const now = performance.now()
    const elapsedMicros = Math.max(1, (now - before.at) * 1000)
    before = { cpu: process.cpuUsage(), at: now }
    const { rss, heapUsed } = process.memoryUsage()
    const kept = number++ % KEPT_EVERY === 0
    try {
      await saveProcessSample({
        processId,
        kind,
        rssBytes: rss,
        heapUsedBytes: heapUsed,
        cpu: (cpu.user + cpu.system) / elapsedMicros,
        load: os.loadavg()[0] ?? 0,
        kept,
        caches: cachesOfProcess(),
      })
      away = false
    } catch (error) {
      if (!away) failed(error)
      away = true
    } finally {
      busy = false
    }
  }
  void sample()
  const timer = setInterval(() => void sample(), SAMPLE_SECONDS * 1000)
  timer.unref()
  return () => clearInterval(timer)
}
