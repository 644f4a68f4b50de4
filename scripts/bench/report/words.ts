import type { Load } from '../load/run'
import type { ScenarioResult, ThroughputResult } from './result'

/** Milliseconds: tenths below ten, whole ones above. */
export const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))

/** How many times. */
export const times = (ratio: number): string => `×${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)}`

/** Memes per second. */
export const rate = (perSecond: number): string => (perSecond < 10 ? perSecond.toFixed(2) : perSecond.toFixed(1))

/** "by 13 %": how far a figure is from its target. */
const by = (value: number, target: number): string => `${Math.max(1, Math.round(100 * Math.abs(value / target - 1)))} %`

/** Which targets a scenario misses, and by how much. */
export function missedBy({ name, afterMsP50, ratio, targetMs, targetRatio, met }: ScenarioResult): readonly string[] {
  return [
    ...(met.ms ? [] : [`${name}: ${ms(afterMsP50)} ms, target ${targetMs} ms, missed by ${by(afterMsP50, targetMs)}`]),
    ...(met.ratio
      ? []
      : [`${name}: ${times(ratio)} of before, target ×${targetRatio}, missed by ${by(ratio, targetRatio)}`]),
  ]
}

/** The same of a throughput scenario. */
export const rateMissedBy = ({ name, after, targetPerSecond, met }: ThroughputResult): readonly string[] =>
  met === false && targetPerSecond !== undefined
    ? [
        `${name}: ${rate(after.perSecond)} memes/s, target ${targetPerSecond}, missed by ${by(after.perSecond, targetPerSecond)}`,
      ]
    : []

/** A scenario on one line of a terminal. */
export function scenarioLine(result: ScenarioResult): string {
  const { name, beforeMsP50, afterMsP50, afterMsP95, gpuMsP50, floorMsP50, ratio, targetMs, targetRatio, met } = result
  const mark = (isMet: boolean) => (isMet ? '✓' : '✗')
  return [
    name.padEnd(38),
    `before ${ms(beforeMsP50).padStart(5)} ms`,
    `after ${ms(afterMsP50).padStart(4)} ms (p95 ${ms(afterMsP95)})`.padEnd(26),
    ...(gpuMsP50 === undefined ? [] : [`gpu ${ms(gpuMsP50)} ms`]),
    `≤ ${targetMs} ${mark(met.ms)}`.padEnd(8),
    `${times(ratio)} ≥ ×${targetRatio} ${mark(met.ratio)}`.padEnd(16),
    `floor ${ms(floorMsP50)} ms`,
  ].join('  ')
}

const loadWords = ({ n, seconds, perSecond, p50, p95 }: Load): string =>
  `${rate(perSecond)} memes/s, p50 ${ms(p50)} ms, p95 ${ms(p95)} ms (${n} in ${seconds.toFixed(1)} s)`

/** A throughput scenario on one line, or two. */
export function throughputLine({ name, after, before, gpu, targetPerSecond, met }: ThroughputResult): string {
  const target = targetPerSecond === undefined ? '' : `  ≥ ${targetPerSecond} ${met ? '✓' : '✗'}`
  return [
    `${name.padEnd(38)}  after ${loadWords(after)}${target}`,
    ...(gpu ? [`${''.padEnd(38)}  gpu ${loadWords(gpu)}`] : []),
    ...(before ? [`${''.padEnd(38)}  before ${loadWords(before)}`] : []),
  ].join('\n')
}
