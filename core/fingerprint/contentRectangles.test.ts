import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { contentRectangles, type Rect } from '#core/fingerprint/contentRectangles'

const [width, height] = [128, 160]
type Paint = (x: number, y: number) => readonly [number, number, number]

function picture(paint: Paint): Bitmap {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) data.set(paint(i % width, Math.floor(i / width)), i * 3)
  return { data, width, height, channels: 3 }
}
const scene: Paint = (x, y) => [(x * 7 + y * 3) % 200, (x * 3 + y * 11) % 220, (x * x + y * 5) % 210]
const white: Paint = () => [252, 252, 252]
const inside = (x: number, y: number, { left, top, right, bottom }: Rect): boolean =>
  x >= left && x < right && y >= top && y < bottom
const whole: Rect = { left: 0, top: 0, right: width, bottom: height }

describe('contentRectangles', () => {
  it('takes a picture without a frame as it is', () => {
    expect(contentRectangles(picture(scene))).toEqual([whole])
  })

  it('finds what is inside of a border, even of two', () => {
    const inner: Rect = { left: 12, top: 12, right: 116, bottom: 148 }
    const between: Rect = { left: 6, top: 6, right: 122, bottom: 154 }
    const framed = picture((x, y) =>
      inside(x, y, inner) ? scene(x, y) : inside(x, y, between) ? [0, 0, 0] : white(x, y),
    )
    expect(contentRectangles(framed)[0]).toEqual(inner)
  })

  it('finds what is under a bar with words on it', () => {
    const content: Rect = { ...whole, top: 50 }
    const words = (x: number, y: number): boolean => y >= 12 && y < 38 && y % 13 < 8 && x > 10 && x < 118 && x % 4 < 3
    const barred = picture((x, y) => (y >= 50 ? scene(x, y) : words(x, y) ? [0, 0, 0] : white(x, y)))
    expect(contentRectangles(barred)).toContainEqual(content)
  })

  it('finds what is between the interface of a screenshot', () => {
    const content: Rect = { left: 8, top: 40, right: 120, bottom: 110 }
    const button = (x: number, y: number): boolean =>
      inside(x, y, { left: 14, top: 14, right: 30, bottom: 30 }) || (x > 20 && x < 70 && y > 120 && y < 128)
    const shot = picture((x, y) => (inside(x, y, content) ? scene(x, y) : button(x, y) ? [200, 40, 40] : [16, 16, 20]))
    expect(contentRectangles(shot)).toContainEqual(content)
  })

  it('gives an empty picture as it is', () => {
    expect(contentRectangles(picture(white))).toEqual([whole])
    expect(contentRectangles({ data: new Uint8Array(3), width: 1, height: 1, channels: 3 })).toHaveLength(1)
  })
})
