import sharp from 'sharp'
import { expect, test } from 'vitest'
import { barChart } from './barChart'
import { lineChart } from './lineChart'
import { linearScale, logScale } from './scale'

test('a logarithmic axis goes from power to power of ten; ten times more is the same step everywhere', () => {
  const scale = logScale([7, 340, 2_110])
  expect(scale.ticks).toEqual([1, 10, 100, 1_000, 10_000])
  expect(scale.at(100)).toBeCloseTo(0.5)
  expect(scale.at(70) - scale.at(7)).toBeCloseTo(scale.at(700) - scale.at(70))
  expect(scale.at(1e9)).toBe(1)
})

test.each([
  [[1, 2, 3], 3],
  [[650, 700], 700],
  [[0.12], 0.12],
  [[98_765], 98_765],
])('a linear axis for %j begins at zero, has round steps and ends above the most', (values, most) => {
  const { ticks, at } = linearScale(values)
  expect(ticks[0]).toBe(0)
  expect(ticks.at(-1)!).toBeGreaterThanOrEqual(most)
  expect(ticks.length).toBeGreaterThanOrEqual(4)
  expect(ticks.length).toBeLessThanOrEqual(9)
  expect(at(0)).toBe(0)
  expect(at(ticks.at(-1)!)).toBe(1)
})

const bars = barChart({
  title: 'Memes & <words>',
  subtitle: 'milliseconds',
  scale: 'log',
  tick: (value) => `${value} ms`,
  series: [
    { name: 'before', colour: 'orange' },
    { name: 'after', colour: 'blue' },
  ],
  groups: [
    {
      name: 'first "time"',
      bars: [
        { series: 'before', value: 2000, words: '2000' },
        { series: 'after', value: 200, words: '200 (×10)' },
      ],
      target: { value: 300, words: 'target 300 ms' },
    },
  ],
})

const widthOf = (svg: string, colour: string): number =>
  Number(svg.match(new RegExp(`width="([\\d.]+)" height="11" rx="2" class="${colour}"`))?.[1])

test('bars are as long as their figures say, all figures are in the words for who cannot see them, and names are escaped', () => {
  expect(widthOf(bars, 'orange') - widthOf(bars, 'blue')).toBeCloseTo((880 - 300 - 96) / 2, 0)
  expect(bars).toContain('<desc>first &quot;time&quot;: before 2000, after 200 (×10); target 300 ms</desc>')
  expect(bars).toContain('Memes &amp; &lt;words&gt;')
  expect(bars).toContain('logarithmic scale')
})

test('both charts are pictures that a renderer takes', async () => {
  const lines = lineChart({
    title: 'Memory',
    subtitle: 'over jobs',
    curves: [{ name: 'worker', colour: 'blue', points: [1, 2, 3].map((x) => ({ x, y: 500 + x })) }],
    limit: { value: 700, words: 'limit' },
    xTick: String,
    yTick: String,
  })
  for (const svg of [bars, lines]) {
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ format: 'svg', width: 880 })
    // What was drawn is neither empty nor one colour.
    expect((await sharp(Buffer.from(svg)).stats()).entropy).toBeGreaterThan(0.3)
  }
})
