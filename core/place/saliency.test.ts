import { expect, it } from 'vitest'
import type { Bitmap } from '../bitmap'
import { meanSaliency, saliencyGrid } from './saliency'

const [width, height] = [96, 72]

/** A grey picture with other colours where `colorAt` has some. */
function picture(colorAt: (x: number, y: number) => readonly number[] | undefined): Bitmap {
  const data = new Uint8Array(width * height * 3).fill(128)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colorAt(x, y) ?? [], (y * width + x) * 3)
  }
  return { data, width, height, channels: 3 }
}
const under = (bitmap: Bitmap, left: number, top: number, right: number, bottom: number) =>
  meanSaliency(saliencyGrid(bitmap), { left, top, right, bottom })

it('has square cells over the whole picture, from 0 to 1', () => {
  const grid = saliencyGrid(picture(() => undefined))
  expect([grid.columns, grid.rows, grid.values.length]).toEqual([24, 18, 432])
  expect(Math.min(...grid.values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...grid.values)).toBeLessThanOrEqual(1)
})

it('finds texture busier than sky', () => {
  const checkers = picture((x, y) => (y > height / 2 ? ((x + y) % 2 === 0 ? [0, 0, 0] : [255, 255, 255]) : undefined))
  expect(under(checkers, 0, 0.6, 1, 1)).toBeGreaterThan(0.45)
  expect(under(checkers, 0, 0, 1, 0.4)).toBeLessThan(0.25)
})

it('finds skin, and what stands out in colour', () => {
  const spots = picture((x, y) => {
    if (y < 24) return undefined
    if (x < 24) return [224, 172, 140]
    return x > 72 ? [0, 90, 255] : undefined
  })
  const calm = under(spots, 0.3, 0, 0.7, 0.3)
  expect(under(spots, 0, 0.4, 0.2, 1)).toBeGreaterThan(calm + 0.2)
  expect(under(spots, 0.8, 0.4, 1, 1)).toBeGreaterThan(calm + 0.1)
})

it('is the same for the same picture', () => {
  const noise = picture((x, y) => [(x * 37 + y * 11) % 256, (x * 5) % 256, (y * 91) % 256])
  expect(saliencyGrid(noise)).toEqual(saliencyGrid(noise))
})
