import type { Bitmap } from '#core/bitmap'

/** A part of the picture at one `scale`-th of its size, on which masks and fills are computed. */
export interface WorkRegion {
  readonly scale: number
  readonly width: number
  readonly height: number
  readonly channels: 3 | 4
  /** As the picture's, but colours are multiplied by alpha, so that clear pixels lend nothing to a fill. */
  readonly pixels: Uint8Array
  /** What the eye sees on mid grey: what letters are looked for in. The same array as `pixels` when there is no alpha. */
  readonly rgb: Uint8Array
}

/**
 * The whole number by which the picture is divided for the work. Up to one and a half times `maxDimension` it is worked on as it is, so that the
 * common picture a little over the limit does not lose half of its detail.
 */
export const workScale = (bitmap: Bitmap, maxDimension: number): number =>
  Math.max(1, Math.ceil(Math.max(bitmap.width, bitmap.height) / (1.5 * maxDimension)))

/** The part, averaged over blocks of `scale` by `scale` pixels. At its own size and without transparency it shares the part's pixels. */
export function workRegion(bitmap: Bitmap, scale: number): WorkRegion {
  const { channels } = bitmap
  if (scale === 1 && channels === 3) {
    const { data, width, height } = bitmap
    return { scale, width, height, channels, pixels: data, rgb: data }
  }
  const width = Math.ceil(bitmap.width / scale)
  const height = Math.ceil(bitmap.height / scale)
  const pixels = new Uint8Array(width * height * channels)
  const sum = new Float64Array(4)
  for (let y = 0, p = 0; y < height; y++) {
    const top = y * scale
    const bottom = Math.min(bitmap.height, top + scale)
    for (let x = 0; x < width; x++, p += channels) {
      const left = x * scale
      const right = Math.min(bitmap.width, left + scale)
      sum.fill(0)
      for (let sy = top; sy < bottom; sy++) {
        for (let sx = left, s = (sy * bitmap.width + left) * channels; sx < right; sx++, s += channels) {
          const weight = channels === 4 ? bitmap.data[s + 3]! / 255 : 1
          sum[0]! += bitmap.data[s]! * weight
          sum[1]! += bitmap.data[s + 1]! * weight
          sum[2]! += bitmap.data[s + 2]! * weight
          if (channels === 4) sum[3]! += bitmap.data[s + 3]!
        }
      }
      const n = (bottom - top) * (right - left)
      for (let c = 0; c < channels; c++) pixels[p + c] = Math.round(sum[c]! / n)
    }
  }
  return { scale, width, height, channels, pixels, rgb: channels === 3 ? pixels : onGrey(pixels) }
}

function onGrey(premultiplied: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((premultiplied.length / 4) * 3)
  for (let s = 0, d = 0; s < premultiplied.length; s += 4, d += 3) {
    const grey = (255 - premultiplied[s + 3]!) / 2
    for (let c = 0; c < 3; c++) rgb[d + c] = premultiplied[s + c]! + grey
  }
  return rgb
}
