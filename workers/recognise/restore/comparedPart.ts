import type { Bitmap } from '#core/bitmap'
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
      for (let c = 0; c < 3; c++) result[i * 3 + c] = data[p + c]! - values[i * 3 + c]!
    }
  }
  return result
}

/** Per pixel: 1 where the mean difference of the 3×3 pixels about it is small. */
function agreeing(difference: Float32Array, known: Uint8Array, width: number): Uint8Array {
  const result = new Uint8Array(known.length)
  // Sums along the rows first, then of three rows: unknown pixels are 0 in both.
  const sums = new Float32Array(difference.length)
  const counts = new Uint8Array(known.length)
  for (let i = 0; i < known.length; i++) {
    const left = i % width > 0 ? i - 1 : i
    const right = i % width < width - 1 ? i + 1 : i
    for (let j = left; j <= right; j++) {
      counts[i]! += known[j]!
      for (let c = 0; c < 3; c++) sums[i * 3 + c]! += difference[j * 3 + c]!
    }
  }
  for (let i = 0; i < known.length; i++) {
    if (known[i] === 0) continue
    const first = i >= width ? i - width : i
    const last = i < known.length - width ? i + width : i
    let n = 0
    let red = 0
    let green = 0
    let blue = 0
    for (let j = first; j <= last; j += width) {
      n += counts[j]!
      red += sums[j * 3]!
      green += sums[j * 3 + 1]!
      blue += sums[j * 3 + 2]!
    }
    if (Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) <= agreement * n) result[i] = 1
  }
  return result
}
