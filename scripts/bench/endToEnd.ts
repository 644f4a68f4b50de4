import { startDatabaseServer } from '#e2e/support/databaseServer'
import { hasGpuDevice } from '#workers/models/gpuDevice'
import { type Ring, type Side, startAfter, startBefore } from './contestants'
import { throughput } from './load/throughput'
import { load, machine, versions } from './machine'
import { measure } from './measure'
import type { BenchOptions } from './options'
import { type BenchResult, scenarioResult } from './report/result'
import { scenarioLine } from './report/words'
import { scenarios } from './scenarios'
import { standInClip } from './standInClip'
import { workerRow } from './workerRow'

/** Keeps apart this command's pictures from others'. */
const SEED = 7

const clipWords =
  'A stand-in for CLIP ViT-B/16 on all sides: random weights with the operators, sizes and cost of the real ones. Its vectors mean nothing.'

/** After, and once more with a graphics processor where models run on one; "after" itself is then held to the processor. */
async function startAfterwards(ring: Ring): Promise<{ readonly after: Side; readonly gpu: Side | undefined }> {
  if (!hasGpuDevice()) return { after: await startAfter(ring, 'after', undefined), gpu: undefined }
  const after = await startAfter(ring, 'after', false)
  const gpu = await startAfter(ring, 'gpu', true)
  const { ocr, clip } = gpu.devices
  if (ocr !== 'cpu' || !clip.startsWith('cpu')) return { after, gpu }
  console.log('There is a graphics processor, but no model runs on it: docs/gpu.md')
  await gpu.stop()
  return { after, gpu: undefined }
}

/** Measures everything that `options` name, and tells it as it goes. */
export async function endToEnd(options: BenchOptions): Promise<BenchResult> {
  const { only, quick, rounds } = options
  const loadBefore = load()
  const chosen = scenarios(SEED).filter(({ id }) => only.length === 0 || only.includes(id))
  console.log(clipWords)
  const clip = standInClip(hasGpuDevice() ? ['int8', 'fp32', 'fp16'] : ['int8', 'fp32'], !quick)
  const databases = await startDatabaseServer()
  const running: Side[] = []
  try {
    const ring: Ring = { databases, clip, small: quick }
    const { after, gpu } = await startAfterwards(ring)
    running.push(after, ...(gpu ? [gpu] : []))
    const before = await startBefore(ring)
    running.push(before)
    const sides = [before, after, ...(gpu ? [gpu] : [])]
    const results: BenchResult['scenarios'][number][] = []
    for (const scenario of chosen) {
      const measured = await measure(scenario, sides, { measured: rounds, ...(quick ? { warmUp: 0 } : {}) })
      const result = scenarioResult(scenario, measured)
      results.push(result)
      console.log(scenarioLine(result))
    }
    const many = await throughput({ before, after, gpu }, options, async () => {
      running.splice(running.indexOf(before), 1)
      await before.stop()
    })
    return {
      takenAt: new Date().toISOString(),
      options: { rounds, seconds: options.seconds, quick, only },
      machine: machine(loadBefore),
      versions: versions(),
      device: after.devices.ocr,
      devices: { before: before.devices, after: after.devices, ...(gpu ? { gpu: gpu.devices } : {}) },
      clip: clipWords,
      rssMb: (await workerRow(after.stack.databaseUrl)).rssMb,
      scenarios: results,
      throughput: many,
    }
  } finally {
    await Promise.all(running.map((one) => one.stop()))
    await databases.stop()
    clip.remove()
  }
}
