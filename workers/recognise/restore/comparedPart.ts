import type { Bitmap } from '#core/bitmap'
import { discard } from '#workers/discard'
import type { Rectangle } from '#workers/inpaint/types'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import type { ColourChange } from '#workers/recognise/restore/matchColours'
import { templateAt } from '#workers/recognise/restore/templateAt'

/** Upload and template in a part of the upload. */
export interface ComparedPart {
  readonly bounds: Rectangle
  readonly width: number
  readonly height: number
  /** Per pixel: 1 where the template reaches. */
  readonly known: Uint8Array
  /** The template's pixels in the upload's colours, RGB. */
  readonly values: Float32Array
  /** Upload minus template, RGB. */
  readonly difference: Float32Array
  /** Per pixel: 1 where the mean difference of the 3×3 pixels about it is small. */
  readonly agrees: Uint8Array
}

/** Mean difference (of 3×3 pixels, largest channel, levels of 255) up to which upload and template agree. */
const agreement = 22

/** Reads the template where the upload has `bounds`, and compares both. */
export function comparedPart(
  upload: Bitmap,
  bounds: Rectangle,
  fitted: FittedTemplate,
  colours: ColourChange,
): ComparedPart {
  const width = bounds.x1 - bounds.x0
  const height = bounds.y1 - bounds.y0
  const { values, known } = templateAt(fitted, bounds)
  recolour(values, colours)
  const difference = differenceTo(values, known, upload, bounds, width)
  return { bounds, width, height, known, values, difference, agrees: agreeing(difference, known, width) }
}

function recolour(values: Float32Array, [red, green, blue]: ColourChange): void {
  // Nothing is allocated per pixel: arrays made these loops five times as slow.
  const [rr, rg, rb, r0] = red!
  const [gr, gg, gb, g0] = green!
  const [br, bg, bb, b0] = blue!
  for (let p = 0; p < values.length; p += 3) {
    const r = values[p]!
    const g = values[p + 1]!
    const b = values[p + 2]!
    values[p] = Math.max(0, Math.min(255, rr * r + rg * g + rb * b + r0))
    values[p + 1] = Math.max(0, Math.min(255, gr * r + gg * g + gb * b + g0))
    values[p + 2] = Math.max(0, Math.min(255, br * r + bg * g + bb * b + b0))
  }
}

/** Upload minus template. */
function differenceTo(
  values: Float32Array,
  known: Uint8Array,
  { data, width: uploadWidth, channels }: Bitmap,
  bounds: Rectangle,
  width: number,
): Float32Array {
  const result = new Float32Array(values.length)
  for (let i = 0, y = bounds.y0; i < known.length; y++) {
    let p = (y * uploadWidth + bounds.x0) * channels
    for (const end = i + width; i < end; i++, p += channels) {
      if (known[i] === 0) continue
      const at = i * 3
      result[at] = data[p]! - values[at]!
      result[at + 1] = data[p + 1]! - values[at + 1]!
      result[at + 2] = data[p + 2]! - values[at + 2]!
    }
  }
  return result
}

/** Per pixel: 1 where the mean difference of the 3×3 pixels about it is small. */
function agreeing(difference: Float32Array, known: Uint8Array, width: number): Uint8Array {
  const result = new Uint8Array(known.length)
  // Sums along the rows first, then of three rows: unknown pixels are 0 in both. At the rim its own pixels alone count.
  const sums = new Float32Array(difference.length)
  const counts = new Uint8Array(known.length)
  for (let start = 0; start < known.length; start += width) {
    for (let x = 0; x < width; x++) {
      const i = start + x
      const p = i * 3
      let n = known[i]!
      let red = difference[p]!
      let green = difference[p + 1]!
      let blue = difference[p + 2]!
      if (x > 0) {
        n += known[i - 1]!
        red += difference[p - 3]!
        green += difference[p - 2]!
        blue += difference[p - 1]!
      }
      if (x < width - 1) {
        n += known[i + 1]!
        red += difference[p + 3]!
        green += difference[p + 4]!
        blue += difference[p + 5]!
      }
      counts[i] = n
      sums[p] = red
      sums[p + 1] = green
      sums[p + 2] = blue
    }
  }
  for (let start = 0; start < known.length; start += width) {
    const above = start > 0 ? -width : 0
    const below = start + width < known.length ? width : 0
    for (let i = start; i < start + width; i++) {
      if (known[i] === 0) continue
      const p = i * 3
      let n = counts[i]!
      let red = sums[p]!
      let green = sums[p + 1]!
      let blue = sums[p + 2]!
      if (above !== 0) {
        n += counts[i + above]!
        red += sums[p + 3 * above]!
        green += sums[p + 3 * above + 1]!
        blue += sums[p + 3 * above + 2]!
      }
      if (below !== 0) {
        n += counts[i + below]!
        red += sums[p + 3 * below]!
        green += sums[p + 3 * below + 1]!
        blue += sums[p + 3 * below + 2]!
      }
      if (Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) <= agreement * n) result[i] = 1
    }
  }
  discard(sums, counts)
  return result
}
