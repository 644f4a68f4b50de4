import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode } from './decode'

const limits = { max_pixels: 1_000_000, max_result_dimension: 4096 }
const red = { r: 220, g: 30, b: 20 }
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: red } })
const pixel = ({ data, channels }: { data: Uint8Array; channels: number }, at = 0) => [
  ...data.slice(at * channels, at * channels + channels),
]

/** Bytes that differ everywhere, so that cutting them off cuts the picture off. */
const noise = (width: number, height: number) =>
  sharp(Buffer.from(Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 + (i >> 5) * 104729) % 256)), {
    raw: { width, height, channels: 3 },
  })

describe('decode', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)('opens %s', async (format) => {
    const { bitmap, frames } = await decode(await plain(20, 10).toFormat(format).toBuffer(), limits)
    expect(bitmap).toMatchObject({ width: 20, height: 10, channels: 3 })
    expect(Math.abs(bitmap.data[0]! - red.r)).toBeLessThan(12)
    expect(frames).toBe(1)
  })

  it('turns a picture upright as EXIF says', async () => {
    const left = await plain(1, 2).toBuffer({ resolveWithObject: true })
    const bytes = await sharp(left.data, { raw: { width: 1, height: 2, channels: 3 } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect((await decode(bytes, limits)).bitmap).toMatchObject({ width: 2, height: 1 })
  })

  it('brings CMYK, 16 bit and greyscale to 8 bit sRGB', async () => {
    const cmyk = await plain(4, 4).toColourspace('cmyk').jpeg().toBuffer()
    expect((await decode(cmyk, limits)).bitmap.channels).toBe(3)
    const deep = await plain(4, 4).toColourspace('rgb16').png().toBuffer()
    expect(pixel((await decode(deep, limits)).bitmap)).toEqual([220, 30, 20])
    const grey = await plain(4, 4).greyscale().png().toBuffer()
    const { bitmap } = await decode(grey, limits)
    expect(bitmap.channels).toBe(3)
    expect(new Set(pixel(bitmap)).size).toBe(1)
  })

  it('keeps real transparency and drops an alpha channel that is opaque', async () => {
    const through = await sharp({ create: { width: 4, height: 4, channels: 4, background: { ...red, alpha: 0.5 } } })
      .png()
      .toBuffer()
    expect(pixel((await decode(through, limits)).bitmap)).toEqual([220, 30, 20, 128])
    const opaque = await sharp({ create: { width: 4, height: 4, channels: 4, background: { ...red, alpha: 1 } } })
      .png()
      .toBuffer()
    expect((await decode(opaque, limits)).bitmap.channels).toBe(3)
  })

  it('takes the first frame of an animation, and says so', async () => {
    const animation = await sharp(
      [
        await plain(8, 6).png().toBuffer(),
        await sharp({ create: { width: 8, height: 6, channels: 3, background: '#00f' } })
          .png()
          .toBuffer(),
      ],
      {
        join: { animated: true },
      },
    )
      .gif()
      .toBuffer()
    const { bitmap, frames } = await decode(animation, limits)
    expect(frames).toBe(2)
    expect(bitmap).toMatchObject({ width: 8, height: 6 })
    expect(bitmap.data[0]).toBeGreaterThan(200)
  })

  it('scales down what is larger than a result may be', async () => {
    const { bitmap } = await decode(await plain(300, 150).png().toBuffer(), { ...limits, max_result_dimension: 256 })
    expect(bitmap).toMatchObject({ width: 256, height: 128 })
  })

  it('refuses too many pixels, knowing them from the header alone', async () => {
    const large = await plain(2000, 1000).png().toBuffer()
    // Only the header is there: nothing could be decoded.
    await expect(decode(large.subarray(0, 64), limits)).rejects.toMatchObject({ code: 'TOO_MANY_PIXELS' })
  })

  it('tells a damaged picture from something that is none', async () => {
    const jpeg = await noise(200, 200).jpeg().toBuffer()
    await expect(decode(jpeg.subarray(0, jpeg.length / 2), limits)).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' })
    const png = await noise(200, 200).png().toBuffer()
    await expect(decode(png.subarray(0, png.length / 2), limits)).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' })
    await expect(decode(png.subarray(0, 20), limits)).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' })
    await expect(decode(Buffer.alloc(0), limits)).rejects.toMatchObject({ code: 'EMPTY_FILE' })
    for (const text of [
      'hello',
      '<html></html>',
      '%PDF-1.7\n',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ])
      await expect(decode(Buffer.from(text), limits)).rejects.toMatchObject({ code: 'NOT_AN_IMAGE' })
  })
})
