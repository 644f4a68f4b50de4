import { barChart } from '../chart/barChart'
import type { Svg } from '../chart/svg'
import type { BenchResult } from './result'
import { ms, rate, times } from './words'

const seconds = (value: number): string => (value >= 1000 ? `${value / 1000} s` : `${value} ms`)

const where = ({ takenAt, machine }: BenchResult): string =>
  `${machine.processor}, ${machine.cores} cores, ${takenAt.slice(0, 10)}`

/** Every scenario: before, after, the floor, and its target. */
export function scenarioChart(result: BenchResult): Svg {
  return barChart({
    title: 'One meme after the other',
    subtitle: `Median, 1024 pixels wide, through API and subscription. ${where(result)}`,
    scale: 'log',
    tick: seconds,
    series: [
      { name: 'before', colour: 'orange' },
      { name: 'after', colour: 'blue' },
      ...(result.devices.gpu ? [{ name: 'after, GPU', colour: 'green' } as const] : []),
      { name: 'floor: decode and encode', colour: 'grey' },
    ],
    groups: result.scenarios.map((one) => ({
      name: one.name,
      target: { value: one.targetMs, words: `target ${one.targetMs} ms, ×${one.targetRatio}` },
      bars: [
        { series: 'before', value: one.beforeMsP50, words: `${ms(one.beforeMsP50)} ms` },
        { series: 'after', value: one.afterMsP50, words: `${ms(one.afterMsP50)} ms (${times(one.ratio)})` },
        ...(one.gpuMsP50 === undefined
          ? []
          : [{ series: 'after, GPU', value: one.gpuMsP50, words: `${ms(one.gpuMsP50)} ms` }]),
        { series: 'floor: decode and encode', value: one.floorMsP50, words: `${ms(one.floorMsP50)} ms` },
      ],
    })),
  })
}

/** Memes per second of every throughput scenario. */
export function throughputChart(result: BenchResult): Svg {
  return barChart({
    title: 'Many memes at once',
    subtitle: `Memes per second, clients on the same cores. ${where(result)}`,
    scale: 'log',
    tick: (value) => `${value}/s`,
    series: [
      { name: 'before', colour: 'orange' },
      { name: 'after', colour: 'blue' },
      ...(result.devices.gpu ? [{ name: 'after, GPU', colour: 'green' } as const] : []),
    ],
    groups: result.throughput.map((one) => ({
      name: one.name,
      ...(one.targetPerSecond === undefined
        ? {}
        : { target: { value: one.targetPerSecond, words: `target ${one.targetPerSecond}/s` } }),
      bars: [
        ...(one.before
          ? [{ series: 'before', value: one.before.perSecond, words: `${rate(one.before.perSecond)}/s` }]
          : []),
        { series: 'after', value: one.after.perSecond, words: `${rate(one.after.perSecond)}/s` },
        ...(one.gpu ? [{ series: 'after, GPU', value: one.gpu.perSecond, words: `${rate(one.gpu.perSecond)}/s` }] : []),
      ],
    })),
  })
}
