import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { backgroundsUnder } from './backgrounds'

const [width, height] = [200, 160]
type Paint = (x: number, y: number) => readonly [number, number, number]

function picture(paint: Paint): Bitmap {
  const data = new Uint8Array(width * height * 3)
  for (let index = 0; index < width * height; index++)
    data.set(paint(index % width, Math.floor(index / width)), index * 3)
  return { data, width, height, channels: 3 }
}
const noisy: Paint = (x, y) => [(x * 73 + y * 151) % 256, (x * 37 + y * 11) % 256, (x * y) % 256]
const box = (x: number, y: number, w: number, h: number, angle = 0) => ({
  x: x / width,
  y: y / height,
  width: w / width,
  height: h / height,
  angle,
})
const within = (x: number, y: number, left: number, top: number, w: number, h: number) =>
  x >= left && x < left + w && y >= top && y < top + h

describe('backgroundsUnder', () => {
  it('knows a label, its colour and how far it reaches', () => {
    const label = picture((x, y) => (within(x, y, 40, 50, 100, 60) ? [250, 240, 200] : noisy(x, y)))
    const [background] = backgroundsUnder(label, [box(60, 65, 60, 25)])
    expect(background).toMatchObject({ color: '#faf0c8', flat: true })
    const surface = background!.surface!
    expect(Math.abs(surface.x * width - 40)).toBeLessThan(4)
    expect(Math.abs((surface.x + surface.width) * width - 140)).toBeLessThan(4)
    expect(Math.abs((surface.y + surface.height) * height - 110)).toBeLessThan(4)
  })
  it('sees through the old words on it', () => {
    const lettered = picture((x, y) => (within(x, y, 60, 65, 60, 25) && x % 6 < 2 ? [0, 0, 0] : [255, 255, 255]))
    expect(backgroundsUnder(lettered, [box(60, 65, 60, 25)])[0]).toMatchObject({ color: '#ffffff', flat: true })
  })
  it('does not take a picture for a label', () => {
    expect(backgroundsUnder(picture(noisy), [box(60, 65, 60, 25)])[0]).toMatchObject({ flat: false, surface: null })
  })
  it('does not take old white letters on a picture for one', () => {
    const outlined = picture((x, y) => (within(x, y, 62, 67, 56, 21) && x % 5 < 4 ? [255, 255, 255] : noisy(x, y)))
    expect(backgroundsUnder(outlined, [box(60, 65, 60, 25)])[0]!.flat).toBe(false)
  })
  it('follows a turned label', () => {
    const radians = (30 * Math.PI) / 180
    const turned = picture((x, y) => {
      const [dx, dy] = [x - 100, y - 80]
      const along = dx * Math.cos(radians) + dy * Math.sin(radians)
      const across = -dx * Math.sin(radians) + dy * Math.cos(radians)
      return Math.abs(along) < 60 && Math.abs(across) < 25 ? [240, 240, 240] : noisy(x, y)
    })
    const [background] = backgroundsUnder(turned, [box(70, 70, 60, 20, 30)])
    expect(background!.flat).toBe(true)
    expect(Math.abs(background!.surface!.width * width - 120)).toBeLessThan(6)
    expect(background!.surface!.angle).toBe(30)
  })
})
