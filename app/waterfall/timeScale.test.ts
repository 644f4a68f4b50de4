import { expect, test } from 'vitest'
import { placeOn, timeScale } from './timeScale'

test.each([
  [0, 990, [0, 200, 400, 600, 800]],
  [0, 1000, [0, 200, 400, 600, 800, 1000]],
  [40, 140, [0, 20, 40, 60, 80, 100]],
  [0, 0.7, [0, 0.2, 0.4, 0.6]],
  [0, 62_000, [0, 20_000, 40_000, 60_000]],
])('from %s to %s has round steps', (from, to, expected) => {
  const { ticks } = timeScale(from, to)
  expect(ticks.map(({ ms }) => Number(ms.toFixed(6)))).toEqual(expected)
  expect(ticks.every(({ place }) => place >= 0 && place <= 1)).toBe(true)
})

test('no time at all is no division by nothing', () => {
  expect(timeScale(5, 5).ticks.every(({ place }) => Number.isFinite(place))).toBe(true)
})

test('spans are cut at the ends of the scale', () => {
  const scale = timeScale(100, 300)
  expect(placeOn(scale, 150, 100)).toEqual({ left: 0.25, width: 0.5 })
  expect(placeOn(scale, 0, 150)).toEqual({ left: 0, width: 0.25 })
  expect(placeOn(scale, 250, 100)).toEqual({ left: 0.75, width: 0.25 })
  expect(placeOn(scale, 0, 50)).toBeNull()
})
