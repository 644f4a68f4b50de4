import { expect, test } from 'vitest'
import {
  cornersOf,
  hullOf,
  leastRect,
  quarterTurned,
  rectAround,
  type TurnedRect,
} from '#workers/models/paddle/turnedRect'

const rect = (angle: number): TurnedRect => ({ cx: 120, cy: 80, width: 100, height: 20, angle })

test.each([-80, -30, 0, 12.5, 45, 89])('finds the rectangle again from its corners (%d°)', (angle) => {
  const corners = cornersOf(rect(angle))
  const found = leastRect(hullOf([...corners, 120, 80]))
  for (const key of ['cx', 'cy', 'width', 'height', 'angle'] as const)
    expect(found[key]).toBeCloseTo(rect(angle)[key], 5)
})

test('leaves inner points out of the hull', () => {
  expect(hullOf([0, 0, 4, 0, 2, 1, 4, 4, 0, 4])).toHaveLength(8)
})

test('one point and a line have a rectangle too', () => {
  expect(leastRect(hullOf([3, 4]))).toMatchObject({ cx: 3, cy: 4, width: 0, height: 0 })
  expect(leastRect(hullOf([0, 0, 10, 0]))).toMatchObject({ cx: 5, width: 10, height: 0 })
})

test('turning by a quarter swaps the sides and covers the same', () => {
  const turned = quarterTurned(rect(30))
  expect(turned).toMatchObject({ width: 20, height: 100, angle: -60 })
  const [before, after] = [rectAround(cornersOf(rect(30)), 0), rectAround(cornersOf(turned), 0)]
  expect(after.width).toBeCloseTo(before.width, 6)
  expect(after.height).toBeCloseTo(before.height, 6)
})
