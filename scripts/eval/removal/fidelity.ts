import type { Bitmap } from '#core/bitmap'

/** dB; so that equal pictures do not make a mean infinite. */
const mostPsnr = 60
/** Half of the SSIM window's side, which is 7 as in scikit-image. */
const reach = 3

/** PSNR in dB, at most 60, of RGB pictures of one size, over the pixels where `mask` is `wanted`; NaN when there are none. */
export function psnr(a: Bitmap, b: Bitmap, mask: Uint8Array, wanted: 0 | 1): number {
  let sum = 0
  let n = 0
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== wanted) continue
    for (let c = 0; c < 3; c++) {
      const difference = a.data[i * 3 + c]! - b.data[i * 3 + c]!
      sum += difference * difference
    }
    n += 3
  }
  return n === 0 ? Number.NaN : Math.min(mostPsnr, 10 * Math.log10((255 * 255 * n) / Math.max(sum, 1e-9)))
}

/** SSIM of the luma (Wang et al. 2004) with a flat window, averaged over the windows centred on masked pixels. */
export function ssim(a: Bitmap, b: Bitmap, mask: Uint8Array): number {
  const { width, height } = a
  const lumaA = luma(a)
  const lumaB = luma(b)
  let sum = 0
  let count = 0
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] !== 1) continue
      let n = 0
      let sa = 0
      let sb = 0
      let saa = 0
      let sbb = 0
      let sab = 0
      for (let wy = Math.max(0, y - reach); wy <= Math.min(height - 1, y + reach); wy++) {
        for (let wx = Math.max(0, x - reach); wx <= Math.min(width - 1, x + reach); wx++) {
          const va = lumaA[wy * width + wx]!
          const vb = lumaB[wy * width + wx]!
          n++
          sa += va
          sb += vb
          saa += va * va
          sbb += vb * vb
          sab += va * vb
        }
      }
      const ma = sa / n
      const mb = sb / n
      const varianceA = Math.max(0, saa / n - ma * ma)
      const varianceB = Math.max(0, sbb / n - mb * mb)
      const covariance = sab / n - ma * mb
      const c1 = (0.01 * 255) ** 2
      const c2 = (0.03 * 255) ** 2
      sum += ((2 * ma * mb + c1) * (2 * covariance + c2)) / ((ma * ma + mb * mb + c1) * (varianceA + varianceB + c2))
      count++
    }
  }
  return sum / count
}

function luma({ data, width, height }: Bitmap): Float32Array {
  const result = new Float32Array(width * height)
  for (let i = 0, p = 0; i < result.length; i++, p += 3) {
    result[i] = 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!
  }
  return result
}
