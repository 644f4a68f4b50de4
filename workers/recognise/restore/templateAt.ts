import type { Rectangle } from '#workers/inpaint/types'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'

/** What the template shows in a part of the upload. */
export interface TemplatePart {
  /** RGB, row by row. */
  readonly values: Float32Array
  /** Per pixel: 1 where the template reaches. */
  readonly known: Uint8Array
}

/** Reads the template at the upload's pixels, between its own by cubic convolution (R. Keys, 1981; a = −½), which keeps detail sharp. */
export function templateAt({ bitmap, transform }: FittedTemplate, { x0, y0, x1, y1 }: Rectangle): TemplatePart {
  const width = x1 - x0
  const height = y1 - y0
  const values = new Float32Array(width * height * 3)
  const known = new Uint8Array(width * height)
  const columns = taps(x0, x1, transform.scaleX, transform.offsetX, bitmap.width)
  const rows = taps(y0, y1, transform.scaleY, transform.offsetY, bitmap.height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (columns.inside[x] === 0 || rows.inside[y] === 0) continue
      known[i] = 1
      let r = 0
      let g = 0
      let b = 0
      for (let ty = 0; ty < 4; ty++) {
        const line = rows.index[y * 4 + ty]! * bitmap.width
        const weightY = rows.weight[y * 4 + ty]!
        for (let tx = 0; tx < 4; tx++) {
          const p = (line + columns.index[x * 4 + tx]!) * 3
          const weight = weightY * columns.weight[x * 4 + tx]!
          r += weight * bitmap.data[p]!
          g += weight * bitmap.data[p + 1]!
          b += weight * bitmap.data[p + 2]!
        }
      }
      values[i * 3] = r
      values[i * 3 + 1] = g
      values[i * 3 + 2] = b
    }
  }
  return { values, known }
}

interface Taps {
  readonly inside: Uint8Array
  /** Four per position. */
  readonly index: Int32Array
  readonly weight: Float32Array
}

/** For pixels `from` to `to` of the upload: which of `size` pixels of the template are read, and how much of each. */
function taps(from: number, to: number, scale: number, offset: number, size: number): Taps {
  const n = to - from
  const result = { inside: new Uint8Array(n), index: new Int32Array(n * 4), weight: new Float32Array(n * 4) }
  for (let k = 0; k < n; k++) {
    const at = (from + k + 0.5 - offset) / scale - 0.5
    if (at < -0.5 || at > size - 0.5) continue
    result.inside[k] = 1
    const first = Math.floor(at)
    const t = at - first
    const weights = [
      -0.5 * t + t * t - 0.5 * t ** 3,
      1 - 2.5 * t * t + 1.5 * t ** 3,
      0.5 * t + 2 * t * t - 1.5 * t ** 3,
      -0.5 * t * t + 0.5 * t ** 3,
    ]
    for (let tap = 0; tap < 4; tap++) {
      result.index[k * 4 + tap] = Math.max(0, Math.min(size - 1, first - 1 + tap))
      result.weight[k * 4 + tap] = weights[tap]!
    }
  }
  return result
}
