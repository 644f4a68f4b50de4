import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import {
  type CaptionedPicture,
  captionedPicture,
  grounds,
  likenessUnderWords,
} from '#workers/inpaint/captionedPicture.testing'
import { pictureMask } from '#workers/inpaint/pictureMask'
import type { RemovalOptions } from '#workers/inpaint/types'
import { removeText } from '#workers/stages/removeText'

const options: RemovalOptions = { engine: 'pyramid', fast: true, maxDimension: 1024 }

/** Pixels that differ although the mask leaves them out. */
function changedOutside(before: Bitmap, after: Bitmap, mask: Uint8Array): number {
  let changed = 0
  for (let i = 0; i < before.data.length; i++) {
    if (before.data[i] !== after.data[i] && mask[Math.floor(i / before.channels)] === 0) changed++
  }
  return changed
}

async function judge(picture: CaptionedPicture, by = options) {
  const result = await removeText(picture.bitmap, picture.lines, by)
  const mask = pictureMask(picture.bitmap, picture.lines, by.maxDimension)
  expect(changedOutside(picture.bitmap, result.bitmap, mask)).toBe(0)
  return { ...result, likeness: likenessUnderWords(picture, result.bitmap) }
}

describe('removeText brings back what was under', () => {
  const outlined = { fill: '#fff', outline: '#000' }
  it.each([
    ['white letters with a black outline on a photo', grounds.photo, outlined, {}, 29],
    ['the same after JPEG', grounds.photo, outlined, { jpegQuality: 70 }, 28],
    ['white letters with a black outline on white', grounds.white, outlined, { jpegQuality: 80 }, 40],
    ['small outlined letters', grounds.photo, { ...outlined, sizePx: 18 }, { jpegQuality: 80 }, 28],
    ['yellow letters with a black outline', grounds.photo, { fill: '#fe0', outline: '#000' }, { jpegQuality: 75 }, 28],
    ['black letters with a white outline', grounds.photo, { fill: '#000', outline: '#fff' }, {}, 29],
    ['dark letters on light', grounds.gradient, { fill: '#111' }, {}, 35],
    ['light letters on dark', grounds.photo, { fill: '#fff' }, {}, 28],
    ['red letters without an outline', grounds.gradient, { fill: '#e01010' }, {}, 35],
    ['turned letters', grounds.photo, { ...outlined, angle: 14 }, {}, 27],
    ['letters that stand upright', grounds.photo, { ...outlined, sizePx: 30, angle: -90 }, {}, 27],
    ['letters on coarse noise', grounds.noise, outlined, {}, 20],
  ] as const)('%s', async (_, ground, lettering, size, atLeast) => {
    const { likeness } = await judge(await captionedPicture(ground, lettering, size))
    expect(likeness).toBeGreaterThan(atLeast)
  })

  it('with every engine in every setting', async () => {
    const picture = await captionedPicture(grounds.photo, outlined)
    for (const engine of ['pyramid', 'opencv'] as const) {
      for (const fast of [true, false]) {
        const { likeness, methods } = await judge(picture, { ...options, engine, fast })
        expect(methods).toEqual(['fill'])
        expect(likeness, `${engine} ${fast ? 'fast' : 'careful'}`).toBeGreaterThan(26)
      }
    }
  })

  it('when the reading is a little off', async () => {
    const picture = await captionedPicture(grounds.photo, outlined)
    const [line] = picture.lines
    const box = { ...line!.box, x: line!.box.x + 0.01, y: line!.box.y - 0.02 }
    const { likeness } = await judge({ ...picture, lines: [{ ...line!, box }] })
    expect(likeness).toBeGreaterThan(28)
  })
})

describe('removeText on a label', () => {
  it('draws its colour flat, noise and all, and keeps its edge', async () => {
    const picture = await captionedPicture(grounds.photo, { fill: '#222', label: '#fff' }, { jpegQuality: 70 })
    const { methods, likeness } = await judge(picture)
    expect(methods).toEqual(['flat'])
    expect(likeness).toBeGreaterThan(40)
  })

  it('finds letters of several colours', async () => {
    const first = await captionedPicture(grounds.white, { text: 'RED', fill: '#d00' })
    const data = Uint8Array.from(first.bitmap.data, (value, i) =>
      // The right half's letters become blue: red and blue change places.
      Math.floor(i / 3) % 480 < 240 ? value : first.bitmap.data[i + [2, 0, -2][i % 3]!]!,
    )
    const { methods, likeness } = await judge({ ...first, bitmap: { ...first.bitmap, data } })
    expect(methods).toEqual(['flat'])
    expect(likeness).toBeGreaterThan(45)
  })
})

describe('removeText leaves alone', () => {
  it('a picture without lines: the same object comes back', async () => {
    const { bitmap } = await captionedPicture(grounds.photo, { fill: '#fff' })
    const result = await removeText(bitmap, [], options)
    expect(result.bitmap).toBe(bitmap)
    expect(result.maskedFraction).toBe(0)
  })

  it('the pixels it was given', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const before = Uint8Array.from(bitmap.data)
    await removeText(bitmap, lines, options)
    expect(bitmap.data).toEqual(before)
  })

  it('a picture whose line lies outside of it', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff' })
    const result = await removeText(bitmap, [{ ...lines[0]!, box: { ...lines[0]!.box, y: 3 } }], options)
    expect(result.methods).toEqual(['none'])
    expect(result.bitmap).toBe(bitmap)
  })
})

describe('removeText with transparency', () => {
  const withAlpha = (bitmap: Bitmap, alphaAt: (x: number) => number): Bitmap => {
    const data = new Uint8Array(bitmap.width * bitmap.height * 4)
    for (let i = 0; i < bitmap.width * bitmap.height; i++) {
      data.set(bitmap.data.subarray(i * 3, i * 3 + 3), i * 4)
      data[i * 4 + 3] = alphaAt(i % bitmap.width)
    }
    return { ...bitmap, data, channels: 4 }
  }

  it.each(['pyramid', 'opencv'] as const)('keeps alpha as it is around the letters (%s)', async (engine) => {
    const picture = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const bitmap = withAlpha(picture.bitmap, (x) => (x < 240 ? 255 : 128))
    const result = await removeText(bitmap, picture.lines, { ...options, engine })
    expect(result.maskedFraction).toBeGreaterThan(0.02)
    expect(changedOutside(bitmap, result.bitmap, pictureMask(bitmap, picture.lines, 1024))).toBe(0)
    for (let i = 0; i < 480 * 240; i++) {
      const x = i % 480
      if (x < 120) expect(result.bitmap.data[i * 4 + 3]).toBe(255)
      if (x > 280) expect(Math.abs(result.bitmap.data[i * 4 + 3]! - 128)).toBeLessThanOrEqual(2)
    }
  })
})

describe('removeText on a picture larger than maxDimension', () => {
  it('works on a smaller copy and keeps the size', async () => {
    const picture = await captionedPicture(
      (x, y) => grounds.photo(x / 4, y / 4),
      { fill: '#fff', outline: '#000', sizePx: 190 },
      { width: 1920, height: 960 },
    )
    const small = await judge(picture, { ...options, maxDimension: 480 })
    const whole = await judge(picture, { ...options, maxDimension: 1920 })
    expect(small.bitmap.width).toBe(1920)
    expect(small.likeness).toBeGreaterThan(28)
    expect(whole.likeness).toBeGreaterThan(28)
    expect(small.bitmap.data).not.toEqual(whole.bitmap.data)
  })
})
