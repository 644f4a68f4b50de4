import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import type { ImageFormat } from '#core/format'
import { placeCaptions } from '#core/place/placeCaptions'
import { saliencyGrid } from '#core/place/saliency'
import { defaultStyle } from '#core/style'
import { config } from '#store/config'
import { createLettering } from '../lettering/createLettering'
import { renderCaptions } from './renderCaptions'

const [width, height] = [320, 240]
const lettering = createLettering(config().cache)

/** A colourful slope; clear on its left half when it has transparency. */
function picture(channels: 3 | 4): Bitmap {
  const data = new Uint8Array(width * height * channels)
  for (let index = 0; index < width * height; index++) {
    const x = index % width
    data.set([x % 256, index % 200, 180], index * channels)
    if (channels === 4) data[index * channels + 3] = x < width / 2 ? 77 : 255
  }
  return { data, width, height, channels }
}

async function render(
  bitmap: Bitmap,
  format: ImageFormat,
  mode: 'OVERLAY' | 'CAPTION_BAR' = 'OVERLAY',
  quality = 90,
  isOwn = false,
) {
  const captions = ['WORDS']
  const saliency = saliencyGrid(bitmap)
  const placement = placeCaptions({ regions: [], kept: [], captions, mode, width, height, saliency })
  const backgrounds = [mode === 'CAPTION_BAR' ? { color: '#ffffff', flat: true } : null]
  const layouts = lettering.layout({ captions, placement, styles: [defaultStyle], backgrounds, minFontPx: 12 })
  const result = await renderCaptions({ bitmap, isOwn }, placement, layouts, { format, quality })
  const { data, info } = await sharp(result.bytes).raw().toBuffer({ resolveWithObject: true })
  return { result, placement, layouts, data, info, metadata: await sharp(result.bytes).metadata() }
}

describe('renderCaptions', () => {
  it('touches nothing outside of the captions’ boxes, to the byte', async () => {
    for (const channels of [3, 4] as const) {
      const bitmap = picture(channels)
      const { data, info, layouts } = await render(bitmap, 'png')
      expect(info).toMatchObject({ width, height, channels })
      const { box } = layouts[0]!
      const changed = { inside: 0, outside: 0 }
      for (let index = 0; index < width * height; index++) {
        const [x, y] = [index % width, Math.floor(index / width)]
        const inside = x >= box.xPx - 1 && x <= box.xPx + box.widthPx && y >= box.yPx - 1 && y <= box.yPx + box.heightPx
        const pixel = (from: Uint8Array) => from.subarray(index * channels, (index + 1) * channels).join()
        const same = pixel(data) === pixel(bitmap.data)
        if (!same) changed[inside ? 'inside' : 'outside'] += 1
      }
      expect(changed.inside).toBeGreaterThan(500)
      expect(changed.outside).toBe(0)
    }
  })
  it('does not change the bitmap it is given', async () => {
    const bitmap = picture(3)
    await render(bitmap, 'jpeg')
    expect(bitmap.data).toEqual(picture(3).data)
  })
  it('draws in a picture’s own memory when that is nobody else’s, and gives it back', async () => {
    const bitmap = picture(3)
    const { data } = await render(bitmap, 'png', 'OVERLAY', 90, true)
    expect(data).toEqual((await render(picture(3), 'png')).data)
    expect(bitmap.data.length).toBe(0)
  })
  it('leaves alone what is a part of a larger memory', async () => {
    const { data: pixels, ...size } = picture(3)
    const pool = new Uint8Array(pixels.length + 9)
    pool.set(pixels, 9)
    await render({ data: pool.subarray(9), ...size }, 'jpeg', 'OVERLAY', 90, true)
    expect(pool.subarray(9)).toEqual(pixels)
  })
  it.each(['png', 'webp'] as const)('keeps transparency in %s', async (format) => {
    const { info, data } = await render(picture(4), format)
    expect(info.channels).toBe(4)
    expect(data[(height / 2) * width * 4 + 3]).toBeCloseTo(77, -1)
  })
  it('lays transparency on white for JPEG', async () => {
    const { info, data, metadata, result } = await render(picture(4), 'jpeg')
    expect(info.channels).toBe(3)
    expect(data[(height / 2) * width * 3]!).toBeGreaterThan(150)
    expect(result.contentType).toBe('image/jpeg')
    expect([metadata.exif, metadata.icc, metadata.xmp]).toEqual([undefined, undefined, undefined])
  })
  it('quality decides the size of JPEG and WebP', async () => {
    for (const format of ['jpeg', 'webp'] as const) {
      const sizes = [await render(picture(3), format, 'OVERLAY', 95), await render(picture(3), format, 'OVERLAY', 30)]
      expect(sizes[0]!.result.bytes.length).toBeGreaterThan(sizes[1]!.result.bytes.length)
    }
  })
  it('extends the canvas by the bar', async () => {
    const bitmap = picture(3)
    const { info, data, placement } = await render(bitmap, 'png', 'CAPTION_BAR')
    const { addTopPx } = placement.canvas
    expect(addTopPx).toBeGreaterThan(20)
    expect(info).toMatchObject({ width, height: height + addTopPx })
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
    expect(Buffer.compare(data.subarray(addTopPx * width * 3), bitmap.data)).toBe(0)
  })
})
