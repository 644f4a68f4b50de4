import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { mostShares, restore } from '#workers/recognise/restore'
import { asJpeg, drawn, drawnScene, lineAt, opened, withWords } from '#workers/recognise/testing/drawnScene'
import type { Transform } from '#workers/recognise/transform'

const [width, height] = [480, 360]
const template = drawnScene(5, width, height)
const identity: Transform = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 }
const caption = { x: 60, y: 40, width: 360, height: 44 }

/** Root of the mean squared difference in a rectangle, levels of 255. */
function differenceIn(one: Bitmap, other: Bitmap, place: typeof caption): number {
  let sum = 0
  for (let y = place.y; y < place.y + place.height; y++) {
    for (let i = (y * one.width + place.x) * 3, end = i + place.width * 3; i < end; i++) {
      sum += (one.data[i]! - other.data[i]!) ** 2
    }
  }
  return Math.sqrt(sum / (place.width * place.height * 3))
}

describe('restore', () => {
  it('gives back what was under the words, and leaves all else as it is', async () => {
    const upload = withWords(template, caption)
    const { bitmap, restored, poor, own } = await restore(upload, [lineAt(upload, caption)], template, identity)
    expect({ restored, poor, own }).toEqual({ restored: [0], poor: [], own: [] })
    expect(differenceIn(bitmap, template, caption)).toBeLessThan(2)
    const below = { x: 0, y: 150, width, height: 200 }
    expect(differenceIn(bitmap, upload, below)).toBe(0)
    expect(differenceIn(upload, withWords(template, caption), caption)).toBe(0)
  })

  it('finds the place to fractions of a pixel from a transform that is a little off', async () => {
    const upload = withWords(template, caption)
    const rough: Transform = { scaleX: 1.004, scaleY: 0.997, offsetX: -1.3, offsetY: 1.2 }
    const { bitmap, transform } = await restore(upload, [lineAt(upload, caption)], template, rough)
    expect(transform.scaleX * 240 + transform.offsetX).toBeCloseTo(240, 0)
    expect(transform.scaleY * 180 + transform.offsetY).toBeCloseTo(180, 0)
    expect(differenceIn(bitmap, template, caption)).toBeLessThan(6)
  })

  it('can be shared out: each share restores its own captions, and tells where it looked', async () => {
    const above = { x: 60, y: 20, width: 360, height: 30 }
    const below = { x: 60, y: 310, width: 360, height: 30 }
    const upload = withWords(withWords(template, above), below)
    const lines = [lineAt(upload, above), lineAt(upload, below)]
    expect(mostShares(upload, lines)).toBe(2)
    const whole = await restore(upload, lines, template, identity)
    for (const index of [0, 1]) {
      const { bitmap, restored, done } = await restore(upload, lines, template, identity, [], { index, of: 2 })
      expect(restored).toHaveLength(1)
      const [own, other] = restored[0] === 0 ? [above, below] : [below, above]
      expect(differenceIn(bitmap, whole.bitmap, own)).toBe(0)
      expect(differenceIn(bitmap, upload, other)).toBe(0)
      expect(done).toHaveLength(1)
      expect(done[0]!.y0).toBeLessThanOrEqual(own.y)
      expect(done[0]!.y1).toBeGreaterThanOrEqual(own.y + own.height)
    }
  })

  it('follows size, side, colours and compression of the upload', async () => {
    const changed = await drawn(opened(template).flop().resize(720, 540).modulate({ brightness: 0.8, saturation: 0.6 }))
    const clean = await asJpeg(changed, 80)
    const place = { x: 90, y: 60, width: 540, height: 66 }
    const upload = await asJpeg(withWords(changed, place), 80)
    const mirrored: Transform = { scaleX: -1.5, scaleY: 1.5, offsetX: 720, offsetY: 0 }
    const { bitmap, restored, transform } = await restore(upload, [lineAt(upload, place)], template, mirrored)
    expect(restored).toEqual([0])
    expect(transform.scaleX).toBeCloseTo(-1.5, 2)
    expect(differenceIn(bitmap, clean, place)).toBeLessThan(8)
  })

  it('leaves words on a label that the template does not have', async () => {
    const data = Uint8Array.from(template.data)
    for (let y = 150; y < 230; y++) data.fill(255, (y * width + 120) * 3, (y * width + 360) * 3)
    const place = { x: 150, y: 172, width: 180, height: 36 }
    const upload = withWords(withWords({ ...template, data }, place), caption)
    const lines = [lineAt(upload, place), lineAt(upload, caption)]
    const { bitmap, restored, poor } = await restore(upload, lines, template, identity)
    expect({ restored, poor }).toEqual({ restored: [1], poor: [0] })
    expect(differenceIn(bitmap, upload, place)).toBe(0)
  })

  it('leaves words on a bar outside of the template', async () => {
    const framed = await drawn(opened(template).extend({ top: 90, background: '#fff' }))
    const upload = withWords(framed, { ...caption, y: 20 })
    const lines = [lineAt(upload, { ...caption, y: 20 })]
    const { bitmap, poor } = await restore(upload, lines, template, { ...identity, offsetY: 90 })
    expect(poor).toEqual([0])
    expect(bitmap).toBe(upload)
  })

  it('restores a caption beside words that are not on the template', async () => {
    const framed = await drawn(opened(template).extend({ top: 60, background: '#fff' }))
    const clean = framed
    const above = { x: 80, y: 12, width: 250, height: 32 }
    const below = { ...caption, y: 66 }
    const upload = withWords(withWords(framed, above), below)
    const lines = [lineAt(upload, above), lineAt(upload, below)]
    const { bitmap, restored, poor } = await restore(upload, lines, template, { ...identity, offsetY: 60 })
    expect({ restored, poor }).toEqual({ restored: [1], poor: [0] })
    expect(differenceIn(bitmap, clean, below)).toBeLessThan(4)
    expect(differenceIn(bitmap, upload, above)).toBe(0)
  })

  it("leaves the template's own words", async () => {
    const worded = withWords(template, caption)
    const { bitmap, own } = await restore(worded, [lineAt(worded, caption)], worded, identity)
    expect(own).toEqual([0])
    expect(bitmap).toBe(worded)
  })

  it("tells the template's own words from a caption right below them", async () => {
    const ownPlace = { x: 90, y: 150, width: 300, height: 40 }
    const worded = withWords(template, ownPlace)
    const below = { x: 120, y: 196, width: 220, height: 40 }
    const upload = await asJpeg(withWords(worded, below), 60)
    const lines = [lineAt(upload, ownPlace), lineAt(upload, below)]
    const { bitmap, own, restored } = await restore(upload, lines, worded, identity)
    expect({ own, restored }).toEqual({ own: [0], restored: [1] })
    expect(differenceIn(bitmap, worded, below)).toBeLessThan(12)
  })

  it('leaves words that stay, and does not compare what is under them', async () => {
    const beside = { ...caption, y: caption.y + caption.height + 4 }
    const upload = withWords(withWords(template, caption), beside)
    const args = [upload, [lineAt(upload, caption)], template, identity] as const
    const { bitmap, restored } = await restore(...args, [lineAt(upload, beside)])
    expect(restored).toEqual([0])
    expect(differenceIn(bitmap, template, caption)).toBeLessThan(3)
    expect(differenceIn(bitmap, upload, beside)).toBe(0)
  })

  it('keeps transparency', async () => {
    const upload = withWords(template, caption)
    const clear = new Uint8Array(width * height * 4).fill(200)
    for (let i = 0; i < width * height; i++) clear.set(upload.data.subarray(i * 3, i * 3 + 3), i * 4)
    const { bitmap } = await restore(
      { data: clear, width, height, channels: 4 },
      [lineAt(upload, caption)],
      template,
      identity,
    )
    expect(bitmap.channels).toBe(4)
    expect(bitmap.data.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 200)).toBe(true)
    expect(Math.abs(bitmap.data[(60 * width + 200) * 4]! - template.data[(60 * width + 200) * 3]!)).toBeLessThan(8)
  })
})
