import { expect, test } from 'vitest'
import { CornerIndex, cornerKeys } from '#workers/recognise/features/cornerIndex'
import { extractFeatures, type Features } from '#workers/recognise/features/features'
import { luma } from '#workers/recognise/plane'
import { asJpeg, drawn, drawnScene, opened } from '#workers/recognise/testing/drawnScene'

const featuresOf = (seed: number): Features => extractFeatures(luma(drawnScene(seed, 256, 192))).upright
const seeds = Array.from({ length: 30 }, (_, k) => k + 1)
const pictures = seeds.map((seed) => ({ id: `${seed}`, keys: cornerKeys(featuresOf(seed)) }))
const index = new CornerIndex(pictures)

test('a picture shares more corners with itself than any other does', () => {
  const [first, second] = index.search(featuresOf(7), 5)
  expect(first?.id).toBe('7')
  expect(second?.votes ?? 0).toBeLessThan(first!.votes / 3)
})

test('knows a part of a picture, compressed and on another ground', async () => {
  const part = await drawn(
    opened(drawnScene(12, 256, 192))
      .extract({ left: 90, top: 60, width: 150, height: 120 })
      .extend({
        ...{ top: 60, bottom: 12, left: 50, right: 56 },
        background: '#333344',
      }),
  )
  const { upright } = extractFeatures(luma(await asJpeg(part, 60)))
  expect(index.search(upright, 1)[0]?.id).toBe('12')
})

test('gives as many as are wanted, none without corners, and none of an empty index', () => {
  expect(index.search(featuresOf(3), 4)).toHaveLength(4)
  const none = { count: 0, x: new Float32Array(), y: new Float32Array(), words: new Int32Array() }
  expect(index.search(none, 4)).toEqual([])
  expect(cornerKeys(none)).toHaveLength(0)
  expect(new CornerIndex([]).search(featuresOf(3), 4)).toEqual([])
})

test('what very many pictures share says nothing', () => {
  const keys = cornerKeys(featuresOf(1))
  const alike = Array.from({ length: 401 }, (_, k) => ({ id: `copy ${k}`, keys }))
  const [first] = new CornerIndex([...alike, pictures[1]!]).search(featuresOf(2), 1)
  expect(first?.id).toBe('2')
  expect(new CornerIndex(alike).search(featuresOf(1), 1)).toEqual([])
})
