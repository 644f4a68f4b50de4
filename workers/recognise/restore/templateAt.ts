import type { Rectangle } from '#workers/inpaint/types'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'

/** What the template shows in a part of the upload. */
export interface TemplatePart {
  /** RGB, row by row. */
  readonly values: Float32Array
  /** Per pixel: 1 where the template reaches. */
  readonly known: Uint8Array
}

/**
 * Reads the template at the upload's pixels, between its own by cubic convolution (R. Keys, 1981; a = −½), which keeps detail sharp. First along
 * the rows, then across them.
 * @param step only every so many pixels, across and down: the part is as much smaller
 */
export function templateAt(
  { bitmap, transform }: FittedTemplate,
  { x0, y0, x1, y1 }: Rectangle,
  step = 1,
): TemplatePart {
  const columns = taps(x0, x1, step, transform.scaleX, transform.offsetX, bitmap.width)
  const rows = taps(y0, y1, step, transform.scaleY, transform.offsetY, bitmap.height)
  const [width, height] = [columns.inside.length, rows.inside.length]
  const values = new Float32Array(width * height * 3)
  const known = new Uint8Array(width * height)
  // The few rows of the template that the next ones need again, by their number modulo four.
  const kept = Array.from({ length: 4 }, () => ({ row: -1, values: new Float32Array(width * 3) }))
  const along = (row: number): Float32Array => {
    const slot = kept[row & 3]!
    if (slot.row !== row) {
      slot.row = row
      readRow(bitmap, row, columns, slot.values)
    }
    return slot.values
  }
  for (let y = 0; y < height; y++) {
    if (rows.inside[y] === 0) continue
    known.set(columns.inside, y * width)
    const [one, two, three, four] = [0, 1, 2, 3].map((tap) => along(rows.index[y * 4 + tap]!)) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ]
    const [a, b, c, d] = rows.weight.subarray(y * 4, y * 4 + 4) as unknown as [number, number, number, number]
    const to = y * width * 3
    for (let i = 0; i < width * 3; i++) values[to + i] = a * one[i]! + b * two[i]! + c * three[i]! + d * four[i]!
  }
  return { values, known }
}

/** One row of the template at the upload's columns; 0 where it does not reach. */
function readRow(
  { data, width, channels }: FittedTemplate['bitmap'],
  row: number,
  columns: Taps,
  values: Float32Array,
): void {
  const { inside, index, weight } = columns
  const line = row * width * channels
  for (let x = 0; x < inside.length; x++) {
    if (inside[x] === 0) continue
    const t = x * 4
    const p = line + index[t]! * channels
    const q = line + index[t + 1]! * channels
    const r = line + index[t + 2]! * channels
    const s = line + index[t + 3]! * channels
    const a = weight[t]!
    const b = weight[t + 1]!
    const c = weight[t + 2]!
    const d = weight[t + 3]!
    const to = x * 3
    values[to] = a * data[p]! + b * data[q]! + c * data[r]! + d * data[s]!
    values[to + 1] = a * data[p + 1]! + b * data[q + 1]! + c * data[r + 1]! + d * data[s + 1]!
    values[to + 2] = a * data[p + 2]! + b * data[q + 2]! + c * data[r + 2]! + d * data[s + 2]!
  }
}

interface Taps {
  readonly inside: Uint8Array
  /** Four per position. */
  readonly index: Int32Array
  readonly weight: Float32Array
}

/** For every `step`-th of the upload's pixels `from` to `to`: which of `size` pixels of the template are read, and how much of each. */
function taps(from: number, to: number, step: number, scale: number, offset: number, size: number): Taps {
  const n = Math.ceil((to - from) / step)
  const result = { inside: new Uint8Array(n), index: new Int32Array(n * 4), weight: new Float32Array(n * 4) }
  for (let k = 0; k < n; k++) {
    const at = (from + k * step + 0.5 - offset) / scale - 0.5
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
