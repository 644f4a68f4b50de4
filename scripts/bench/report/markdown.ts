import type { Load } from '../load/run'
import type { BenchResult, ScenarioResult, ThroughputResult } from './result'
import { missedBy, ms, rate, rateMissedBy, times } from './words'

const mark = (isMet: boolean): string => (isMet ? '✓' : '✗')

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

const pair = (p50: number | undefined, p95: number | undefined): string =>
  p50 === undefined || p95 === undefined ? '–' : `${ms(p50)} / ${ms(p95)}`

function scenarioTable(results: readonly ScenarioResult[], hasGpu: boolean): string {
  const head = ['scenario', 'before', 'after', ...(hasGpu ? ['GPU'] : []), 'target', 'faster', 'target', 'floor', 'n']
  const cells = (one: ScenarioResult) => [
    one.name,
    pair(one.beforeMsP50, one.beforeMsP95),
    `**${ms(one.afterMsP50)}** / ${ms(one.afterMsP95)}`,
    ...(hasGpu ? [pair(one.gpuMsP50, one.gpuMsP95)] : []),
    `≤ ${one.targetMs} ${mark(one.met.ms)}`,
    `**${times(one.ratio)}**`,
    `≥ ×${one.targetRatio} ${mark(one.met.ratio)}`,
    ms(one.floorMsP50),
    String(one.n),
  ]
  return table(head, results.map(cells))
}

const loadCells = (load: Load | undefined): readonly string[] =>
  load ? [`**${rate(load.perSecond)}**`, pair(load.p50, load.p95)] : ['–', '–']

function throughputTable(results: readonly ThroughputResult[], hasGpu: boolean): string {
  const head = [
    ...['at once', 'of', 'memes/s', 'p50 / p95 ms'],
    ...(hasGpu ? ['GPU, memes/s', 'p50 / p95 ms'] : []),
    ...['target', 'before, memes/s', 'p50 / p95 ms', 'client, ms/meme'],
  ]
  const cells = (one: ThroughputResult) => [
    one.name,
    one.what,
    ...loadCells(one.after),
    ...(hasGpu ? loadCells(one.gpu) : []),
    one.targetPerSecond === undefined ? '–' : `≥ ${one.targetPerSecond} ${mark(one.met === true)}`,
    ...(one.before ? [rate(one.before.perSecond), pair(one.before.p50, one.before.p95)] : ['–', '–']),
    one.after.clientMsPerMeme.toFixed(1),
  ]
  return table(head, results.map(cells))
}

/** Where and with what it ran, as a sentence. */
export function circumstances({ takenAt, machine, versions, devices }: BenchResult): string {
  const { processor, cores, memoryGb, loadBefore } = machine
  const gpu = devices.gpu ? `; GPU: text reader on ${devices.gpu.ocr}, CLIP on ${devices.gpu.clip}` : ''
  return `${takenAt.slice(0, 10)}, ${processor}, ${cores} cores, ${memoryGb} GiB, load ${loadBefore} before; Node ${versions.node}, Next ${versions.next}, ONNX Runtime ${versions.onnxruntime}, sharp ${versions.sharp}, MemeZap ${versions.commit ?? 'without git'}. Text reader on ${devices.after.ocr}, CLIP on ${devices.after.clip} (before: ${devices.before.clip})${gpu}.`
}

/** The part of docs/benchmarks.md that the command writes. @param chart where its charts lie, relative to that file */
export function markdown(result: BenchResult, chart: string): string {
  const hasGpu = result.devices.gpu !== undefined
  const missed = [...result.scenarios.flatMap(missedBy), ...result.throughput.flatMap(rateMissedBy)]
  const figures = [
    `![Milliseconds of each scenario before, after and at the floor](${chart}/scenarios.svg)`,
    circumstances(result),
    'Milliseconds, median / 95th percentile:',
    scenarioTable(result.scenarios, hasGpu),
    ...(result.throughput.length > 0
      ? [`![Memes per second](${chart}/throughput.svg)`, throughputTable(result.throughput, hasGpu)]
      : []),
    `Memory of the worker at the end: ${result.rssMb} MB.`,
    missed.length === 0 ? 'All targets are met.' : `Targets missed:\n\n${missed.map((line) => `- ${line}`).join('\n')}`,
  ]
  return figures.join('\n\n')
}
