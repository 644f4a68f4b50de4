import type { Bitmap } from '#core/bitmap'

/** One channel of a picture, row by row. */
export interface Plane {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

/** Rec. 601 luma, 0..255. */
export function luma({ data, width, height, channels }: Bitmap): Plane {
  const result = new Float32Array(width * height)
  for (let i = 0, p = 0; i < result.length; i++, p += channels) {
    result[i] = 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!
  }
  return { data: result, width, height }
}

/** Binomial blur, 1-4-6-4-1 in both directions (standard deviation 1 px). Edges are continued. */
export function blurred({ data, width, height }: Plane): Plane {
  const rows = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    const end = row + width - 1
    for (let x = 0; x < width; x++) {
      const i = row + x
      const a = data[x > 1 ? i - 2 : row]!
      const b = data[x > 0 ? i - 1 : row]!
      const d = data[x < width - 1 ? i + 1 : end]!
      const e = data[x < width - 2 ? i + 2 : end]!
      rows[i] = (a + e + 4 * (b + d) + 6 * data[i]!) / 16
    }
  }
  const result = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    const a = Math.max(0, y - 2) * width
    const b = Math.max(0, y - 1) * width
    const c = y * width
    const d = Math.min(height - 1, y + 1) * width
    const e = Math.min(height - 1, y + 2) * width
    for (let x = 0; x < width; x++) {
      result[c + x] = (rows[a + x]! + rows[e + x]! + 4 * (rows[b + x]! + rows[d + x]!) + 6 * rows[c + x]!) / 16
    }
  }
  return { data: result, width, height }
}

/** Smaller by `factor` (0.5..1), linearly interpolated from a blurred copy. */
export function reduced(blurredPlane: Plane, factor: number): Plane {
  const width = Math.max(1, Math.round(blurredPlane.width * factor))
  const height = Math.max(1, Math.round(blurredPlane.height * factor))
  const result = new Float32Array(width * height)
  const stepX = blurredPlane.width / width
  const stepY = blurredPlane.height / height
  const { data, width: from } = blurredPlane
  for (let y = 0; y < height; y++) {
    const sy = Math.max(0, Math.min(blurredPlane.height - 1.001, (y + 0.5) * stepY - 0.5))
    const y0 = Math.floor(sy)
    const fy = sy - y0
    const next = y0 + 1 < blurredPlane.height ? from : 0
    for (let x = 0; x < width; x++) {
      const sx = Math.max(0, Math.min(from - 1.001, (x + 0.5) * stepX - 0.5))
      const x0 = Math.floor(sx)
      const fx = sx - x0
      const i = y0 * from + x0
      const right = x0 + 1 < from ? 1 : 0
      const above = data[i]! * (1 - fx) + data[i + right]! * fx
      const below = data[i + next]! * (1 - fx) + data[i + next + right]! * fx
      result[y * width + x] = above * (1 - fy) + below * fy
    }
  }
  return { data: result, width, height }
}
