import type { Bitmap } from '#core/bitmap'
import type { Transform } from '#workers/recognise/transform'

/** Half of the side of the square around a block's middle whose mean colour is compared. */
const reach = 5
/** Mean colourfulness, in levels of 255, under which a picture counts as grey. */
const leastColour = 7
/** A picture with less than this share of the other's colourfulness counts as its grey copy. */
const greyShare = 0.15

/**
 * Whether the blocks have the same colours, but for their strength: cosine between the colour differences (red − green, blue − yellow)
 * of the blocks' means. 1 when either picture is grey.
 */
export function compareColours(
  template: Bitmap,
  upload: Bitmap,
  { scaleX, scaleY, offsetX, offsetY }: Transform,
  blocks: readonly { readonly x: number; readonly y: number }[],
): number {
  let product = 0
  let squaresT = 0
  let squaresU = 0
  for (const { x, y } of blocks) {
    const one = meanColour(template, x, y, reach)
    const other = meanColour(upload, scaleX * x + offsetX, scaleY * y + offsetY, reach * Math.abs(scaleX))
    for (const c of [0, 1] as const) {
      product += one[c] * other[c]
      squaresT += one[c] ** 2
      squaresU += other[c] ** 2
    }
  }
  const least = Math.max(blocks.length * leastColour ** 2, greyShare ** 2 * Math.max(squaresT, squaresU))
  return squaresT < least || squaresU < least ? 1 : product / Math.sqrt(squaresT * squaresU)
}

function meanColour({ data, width, height, channels }: Bitmap, x: number, y: number, half: number): [number, number] {
  let redGreen = 0
  let blueYellow = 0
  let n = 0
  for (let py = Math.max(0, Math.round(y - half)); py < Math.min(height, y + half); py++) {
    for (let px = Math.max(0, Math.round(x - half)); px < Math.min(width, x + half); px++) {
      const p = (py * width + px) * channels
      redGreen += data[p]! - data[p + 1]!
      blueYellow += data[p + 2]! - (data[p]! + data[p + 1]!) / 2
      n++
    }
  }
  return n === 0 ? [0, 0] : [redGreen / n, blueYellow / n]
}
