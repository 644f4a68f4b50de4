import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { type CaptionedPicture, captionedPicture, grounds } from '#workers/inpaint/captionedPicture.testing'
import { type RemovalPool, startRemovalPool } from '#workers/inpaint/pool'
import type { RemovalOptions } from '#workers/inpaint/types'
import { restore } from '#workers/recognise/restore'
import { drawnScene, lineAt, withWords } from '#workers/recognise/testing/drawnScene'
import { removeText } from '#workers/stages/removeText'

const options: RemovalOptions = { engine: 'pyramid', fast: true, maxDimension: 1024 }

describe('the removal pool', () => {
  let pool: RemovalPool
  beforeAll(async () => {
    pool = await startRemovalPool(2, { engine: 'pyramid', fast: true })
  })
  afterAll(() => pool.close())

  it('answers what removeText answers, and leaves the caller its pixels', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const before = Uint8Array.from(bitmap.data)
    const removed = await pool.removeText(bitmap, lines, options)
    expect(removed).toEqual(await removeText(bitmap, lines, options))
    expect(bitmap.data).toEqual(before)
  })

  it.each([1024, 150])(
    'shares a picture out among its threads: the same to the byte (work at most %i px)',
    async (maxDimension) => {
      const picture = await twoCaptions()
      const removed = await pool.removeText(picture.bitmap, picture.lines, { ...options, maxDimension })
      expect(removed.methods).toEqual(['fill', 'fill', 'none'])
      expect(removed).toEqual(await removeText(picture.bitmap, picture.lines, { ...options, maxDimension }))
    },
  )

  it('restores captions of a recognised picture side by side, and continues what is around the others: as one thread does', async () => {
    const template = drawnScene(5, 480, 640)
    const label = Uint8Array.from(template.data)
    for (let y = 290; y < 370; y++) label.fill(255, (y * 480 + 120) * 3, (y * 480 + 360) * 3)
    const places = [
      { x: 60, y: 40, width: 360, height: 44 },
      { x: 150, y: 312, width: 180, height: 36 },
      { x: 60, y: 560, width: 360, height: 44 },
    ]
    const upload = places.reduce<Bitmap>((bitmap, place) => withWords(bitmap, place), { ...template, data: label })
    const lines = places.map((place) => lineAt(upload, place))
    const transform = { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 }
    const removed = await pool.removeText(upload, lines, options, undefined, { template, transform, staying: [] })
    const alone = await restore(upload, lines, template, transform)
    const erased = await removeText(alone.bitmap, [lines[1]!], options)
    expect(alone.poor).toEqual([1])
    expect(removed.methods).toEqual(['restored', ...erased.methods, 'restored'])
    expect(Buffer.compare(removed.bitmap.data, erased.bitmap.data)).toBe(0)
    expect(removed.maskedFraction).toBe(erased.maskedFraction)
  })

  it('takes pixels that are a part of a larger buffer', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const large = Buffer.alloc(bitmap.data.length + 100)
    large.set(bitmap.data, 50)
    const part = { ...bitmap, data: large.subarray(50, 50 + bitmap.data.length) }
    const removed = await pool.removeText(part, lines, options)
    expect(removed.bitmap.data).toEqual((await pool.removeText(bitmap, lines, options)).bitmap.data)
  })

  it('works in the picture’s own memory where it may', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    const expected = await removeText(bitmap, lines, options)
    const { data } = bitmap
    const removed = await pool.removeText(bitmap, lines, options, undefined, undefined, true)
    expect(removed.bitmap.data).toBe(data)
    expect(removed.bitmap).not.toBe(bitmap)
    expect(removed).toEqual(expected)
  })

  it('gives the same picture back when there are no lines', async () => {
    const { bitmap } = await captionedPicture(grounds.white, { fill: '#000' })
    expect((await pool.removeText(bitmap, [], options)).bitmap).toBe(bitmap)
  })

  it('stops at once when it is cancelled, and goes on with the next picture', async () => {
    // Minutes of work for the careful OpenCV: it only ends in time when its thread is stopped.
    const size = 4000
    const huge = { data: new Uint8Array(size * size * 3).map((_, i) => (i * 7919) % 251), width: size, height: size }
    const all = { text: '', confidence: 1, box: { x: 0.02, y: 0.02, width: 0.96, height: 0.96, angle: 0 } }
    const controller = new AbortController()
    const running = pool.removeText(
      { ...huge, channels: 3 },
      [all],
      { engine: 'opencv', fast: false, maxDimension: size },
      controller.signal,
    )
    const next = captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })
    controller.abort()
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' })
    const { bitmap, lines } = await next
    expect((await pool.removeText(bitmap, lines, options)).methods).toEqual(['fill'])
  })

  it('does not begin when it is cancelled before', async () => {
    const { bitmap, lines } = await captionedPicture(grounds.white, { fill: '#000' })
    await expect(pool.removeText(bitmap, lines, options, AbortSignal.abort())).rejects.toMatchObject({
      code: 'CANCELLED',
    })
  })
})

/** Words above and below on one picture of an odd size, far enough from each other to be parts of their own, and a line that lies outside. */
async function twoCaptions(): Promise<Pick<CaptionedPicture, 'bitmap' | 'lines'>> {
  const size = { width: 479, height: 241 }
  const style = { fill: '#fff', outline: '#000' }
  const [above, below] = [
    await captionedPicture(grounds.photo, { ...style, text: 'ABOVE' }, size),
    await captionedPicture(grounds.gradient, { ...style, text: 'BELOW' }, size),
  ]
  const data = new Uint8Array(Buffer.concat([above.bitmap.data, below.bitmap.data]))
  const [first, second] = [above.lines[0]!, below.lines[0]!]
  const half = (line: TextLine, y: number): TextLine => ({
    ...line,
    box: { ...line.box, y: y + line.box.y / 2, height: line.box.height / 2 },
  })
  return {
    bitmap: { ...above.bitmap, data, height: 2 * size.height },
    lines: [half(first, 0), half(second, 0.5), half(first, 3)],
  }
}
