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
  return { bounds, width, height, known, values, difference, agrees: agreeing(difference, known, width, height) }
}

function recolour(values: Float32Array, colours: ColourChange): void {
  const [red, green, blue] = colours
  for (let p = 0; p < values.length; p += 3) {
    const [r, g, b] = [values[p]!, values[p + 1]!, values[p + 2]!]
    for (const [c, change] of [red!, green!, blue!].entries()) {
      const value = change[0] * r + change[1] * g + change[2] * b + change[3]
      values[p + c] = Math.max(0, Math.min(255, value))
    }
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
  for (let i = 0; i < known.length; i++) {
    if (known[i] === 0) continue
    const p = ((bounds.y0 + Math.floor(i / width)) * uploadWidth + bounds.x0 + (i % width)) * channels
    for (let c = 0; c < 3; c++) result[i * 3 + c] = data[p + c]! - values[i * 3 + c]!
  }
  return result
}

/** Per pixel: 1 where the mean difference of the 3×3 pixels about it is small. */
function agreeing(difference: Float32Array, known: Uint8Array, width: number, height: number): Uint8Array {
  const result = new Uint8Array(known.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (known[i] === 0) continue
      let most = 0
      for (let c = 0; c < 3; c++) {
        let sum = 0
        let n = 0
        for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            if (known[ny * width + nx] === 0) continue
            sum += difference[(ny * width + nx) * 3 + c]!
            n++
          }
        }
        most = Math.max(most, Math.abs(sum / n))
      }
      if (most <= agreement) result[i] = 1
    }
  }
  return result
}
