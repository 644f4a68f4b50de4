import type { Load } from '../load/run'
import type { Machine, Versions } from '../machine'
import type { Measured } from '../measure'
import type { Scenario } from '../scenarios'
import type { Durations } from '../statistics'

/** One scenario, one request after the other. Milliseconds. */
export interface ScenarioResult {
  readonly id: string
  readonly name: string
  /** Runs of each. */
  readonly n: number
  readonly beforeMsP50: number
  readonly beforeMsP95: number
  readonly afterMsP50: number
  readonly afterMsP95: number
  /** With a graphics processor, where there is one that runs. */
  readonly gpuMsP50?: number
  readonly gpuMsP95?: number
  /** Decoding and encoding the same picture, nothing else. */
  readonly floorMsP50: number
  /** How many times faster: before / after. */
  readonly ratio: number
  readonly targetMs: number
  readonly targetRatio: number
  /** Judged by what is measured, not by what is shown rounded. */
  readonly met: { readonly ms: boolean; readonly ratio: boolean }
}

/** Many at once. */
export interface ThroughputResult {
  readonly id: string
  readonly name: string
  /** What is asked for, in words. */
  readonly what: string
  readonly after: Load
  readonly before?: Load
  readonly gpu?: Load
  /** Memes per second: after / before. */
  readonly ratio?: number
  readonly targetPerSecond?: number
  readonly met?: boolean
}

/** Where the models of one side ran. */
export interface Devices {
  /** Of the text reader: cpu, webgpu, cuda. */
  readonly ocr: string
  /** Provider and weights of CLIP's image encoder; "off" without CLIP. */
  readonly clip: string
}

/** What `npm run bench -- --json FILE` writes. */
export interface BenchResult {
  readonly takenAt: string
  /** Whatever differs from a whole run with the usual options. */
  readonly options: Readonly<Record<string, unknown>>
  readonly machine: Machine
  readonly versions: Versions
  /** What the text reader of "after" ran on. */
  readonly device: string
  readonly devices: { readonly before: Devices; readonly after: Devices; readonly gpu?: Devices }
  /** What CLIP's vectors are worth: the weights are random. */
  readonly clip: string
  /** Resident memory of the worker of "after" at the end. */
  readonly rssMb: number
  readonly scenarios: readonly ScenarioResult[]
  readonly throughput: readonly ThroughputResult[]
}

const p50 = (durations: Durations | undefined): number => durations?.p50 ?? Number.NaN

/** Judges a scenario. */
export function scenarioResult({ id, name, target }: Scenario, { times, floor }: Measured): ScenarioResult {
  const { before, after, gpu } = times
  const ratio = p50(before) / p50(after)
  return {
    id,
    name,
    n: after?.n ?? 0,
    beforeMsP50: p50(before),
    beforeMsP95: before?.p95 ?? Number.NaN,
    afterMsP50: p50(after),
    afterMsP95: after?.p95 ?? Number.NaN,
    ...(gpu ? { gpuMsP50: gpu.p50, gpuMsP95: gpu.p95 } : {}),
    floorMsP50: floor.p50,
    ratio,
    targetMs: target.ms,
    targetRatio: target.ratio,
    met: { ms: p50(after) <= target.ms, ratio: ratio >= target.ratio },
  }
}

/** What a throughput scenario is, before it ran. */
export type ThroughputGoal = Pick<ThroughputResult, 'id' | 'name' | 'what' | 'targetPerSecond'>

/** Judges a throughput scenario. */
export function throughputResult(
  goal: ThroughputGoal,
  { after, before, gpu }: { readonly after: Load; readonly before?: Load; readonly gpu?: Load },
): ThroughputResult {
  return {
    ...goal,
    after,
    ...(before ? { before, ratio: after.perSecond / before.perSecond } : {}),
    ...(gpu ? { gpu } : {}),
    ...(goal.targetPerSecond === undefined ? {} : { met: after.perSecond >= goal.targetPerSecond }),
  }
}
