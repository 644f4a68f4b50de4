import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Load } from '../load/run'
import type { Scenario } from '../scenarios'
import { durations, median } from '../statistics'
import { betweenMarkers } from './betweenMarkers'
import { scenarioChart, throughputChart } from './charts'
import { markdown } from './markdown'
import { type BenchResult, scenarioResult, throughputResult } from './result'
import { missedBy, rateMissedBy, scenarioLine, throughputLine } from './words'

test('of durations the middle is told, and what 19 of 20 do not exceed', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  const values = Array.from({ length: 100 }, (_, k) => 100 - k)
  expect(durations(values)).toEqual({ n: 100, p50: 50.5, p95: 95 })
  expect(durations([7])).toEqual({ n: 1, p50: 7, p95: 7 })
})

const scenario = (ms: number, ratio: number): Scenario => ({
  id: 'equal',
  name: 'equal request',
  picture: Buffer.alloc(0),
  target: { ms, ratio },
  prepare: async () => async () => {},
})
const times = { before: durations([2000, 2100, 2200]), after: durations([209.6, 210, 230]) }
const floor = durations([20])
const result = scenarioResult(scenario(210, 10), { times, floor })

test('a scenario is judged by its medians, as they were measured', () => {
  expect(result).toEqual({
    ...{ id: 'equal', name: 'equal request', n: 3, floorMsP50: 20 },
    ...{ beforeMsP50: 2100, beforeMsP95: 2200, afterMsP50: 210, afterMsP95: 230 },
    ...{ ratio: 10, targetMs: 210, targetRatio: 10, met: { ms: true, ratio: true } },
  })
  expect(missedBy(result)).toEqual([])
  const missed = scenarioResult(scenario(200, 30), { times, floor })
  expect(missed.met).toEqual({ ms: false, ratio: false })
  expect(missedBy(missed)).toEqual([
    'equal request: 210 ms, target 200 ms, missed by 5 %',
    'equal request: ×10 of before, target ×30, missed by 67 %',
  ])
  // A hair's breadth beside it is beside it, though it is shown as met.
  expect(scenarioResult(scenario(209.9, 10), { times, floor }).met.ms).toBe(false)
})

const loadOf = (perSecond: number): Load => ({
  n: 96,
  p50: 100,
  p95: 300,
  seconds: 96 / perSecond,
  perSecond,
  clientMsPerMeme: 1.2,
})
const goal = { id: 'clients-template', name: '8 clients', what: 'a template', targetPerSecond: 50 }
const many = throughputResult(goal, { after: loadOf(40), before: loadOf(0.5) })

test('so is throughput', () => {
  expect(many).toMatchObject({ ratio: 80, met: false })
  expect(rateMissedBy(many)).toEqual(['8 clients: 40.0 memes/s, target 50, missed by 20 %'])
  expect(throughputResult(goal, { after: loadOf(50) })).toMatchObject({ met: true })
  expect(throughputResult({ ...goal, targetPerSecond: undefined }, { after: loadOf(1) })).not.toHaveProperty('met')
})

const whole: BenchResult = {
  takenAt: '2026-11-23T13:15:00.000Z',
  options: {},
  machine: { processor: 'A processor', cores: 2, memoryGb: 24, system: 'Linux', loadBefore: 0.2, loadAfter: 2 },
  versions: { commit: 'abc', node: 'v20', next: '16', onnxruntime: '1.30', sharp: '0.35' },
  device: 'cpu',
  devices: { before: { ocr: 'cpu', clip: 'cpu fp32' }, after: { ocr: 'cpu', clip: 'cpu int8' } },
  clip: 'random',
  rssMb: 600,
  scenarios: [result],
  throughput: [many],
}

test('the page shows figures, targets, and what was missed; with a graphics processor, its columns', () => {
  const page = markdown(whole, 'benchmarks')
  expect(page).toContain('| equal request | 2100 / 2200 | **210** / 230 | ≤ 210 ✓ | **×10** | ≥ ×10 ✓ | 20 | 3 |')
  expect(page).toContain('| 8 clients | a template | **40.0** | 100 / 300 | ≥ 50 ✗ | 0.50 | 100 / 300 | 1.2 |')
  expect(page).toContain('2026-11-23, A processor, 2 cores')
  expect(page).toContain('CLIP on cpu int8 (before: cpu fp32)')
  expect(page).toContain('- 8 clients: 40.0 memes/s, target 50, missed by 20 %')
  const gpu = { ocr: 'cuda', clip: 'cuda fp16' }
  const withGpu = markdown(
    {
      ...whole,
      devices: { ...whole.devices, gpu },
      scenarios: [scenarioResult(scenario(210, 10), { times: { ...times, gpu: durations([50]) }, floor })],
      throughput: [throughputResult(goal, { after: loadOf(60), gpu: loadOf(200) })],
    },
    'benchmarks',
  )
  expect(withGpu).toContain('| scenario | before | after | GPU |')
  expect(withGpu).toContain('**210** / 230 | 50 / 50 |')
  expect(withGpu).toContain('**200.0** | 100 / 300 |')
  expect(withGpu).toContain('All targets are met.')
})

test('so do the charts', async () => {
  for (const [chart, words] of [
    [
      scenarioChart(whole),
      'equal request: before 2100 ms, after 210 ms (×10), floor: decode and encode 20 ms; target 210 ms, ×10',
    ],
    [throughputChart(whole), '8 clients: before 0.50/s, after 40.0/s; target 50/s'],
  ] as const) {
    expect(chart).toContain(words)
    expect((await sharp(Buffer.from(chart)).metadata()).format).toBe('svg')
  }
})

test('lines for a terminal say the same', () => {
  expect(scenarioLine(result)).toMatch(/before +2100 ms +after +210 ms \(p95 230\) +≤ 210 ✓ +×10 ≥ ×10 ✓ +floor 20 ms/)
  expect(throughputLine(many)).toContain('40.0 memes/s, p50 100 ms, p95 300 ms (96 in 2.4 s)  ≥ 50 ✗')
})

test('a part of a page is replaced, and the rest of it stays', () => {
  const page = 'before\n<!-- a -->\nold\n<!-- /a -->\nafter'
  expect(betweenMarkers(page, 'a', 'new')).toBe('before\n<!-- a -->\nnew\n<!-- /a -->\nafter')
  expect(betweenMarkers(betweenMarkers(page, 'a', 'new'), 'a', 'old')).toBe(page)
  expect(() => betweenMarkers(page, 'b', 'new')).toThrow('<!-- b -->')
})
