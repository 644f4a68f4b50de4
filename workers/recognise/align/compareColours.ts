import type { Bitmap } from '#core/bitmap'
import type { Transform } from '#workers/recognise/transform'

/** Half of the side of the square around a block's middle whose mean colour is compared. */
const reach = 5
/** Colourfulness, in levels of 255, under which a block counts as grey. */
const leastColour = 7
/** So many blocks of the template must have colours, or there are none to compare. */
const leastBlocks = 4
/** An upload with less than this share of the template's colourfulness, in most blocks, is a grey copy. */
const greyShare = 0.15

/** Red − green, blue − yellow. */
type Colour = readonly [number, number]

/**
 * Whether blocks have the same colours, but for their strength: cosine between the colour differences of their means, −1..1. 1 when
 * either picture is grey.
 * @param blocks middles of the blocks, in the template's pixels
 */
export function compareColours(
  template: Bitmap,
  upload: Bitmap,
  { scaleX, scaleY, offsetX, offsetY }: Transform,
  blocks: readonly { readonly x: number; readonly y: number }[],
): number {
  const pairs = blocks.map(({ x, y }) => ({
    one: meanColour(template, x, y, reach),
    other: meanColour(upload, scaleX * x + offsetX, scaleY * y + offsetY, reach * Math.abs(scaleX)),
  }))
  const shares = pairs
    .filter(({ one }) => strength(one) >= leastColour)
    .map(({ one, other }) => strength(other) / strength(one))
    .sort((a, b) => a - b)
  const usual = shares[shares.length >> 1]
  if (usual === undefined || shares.length < leastBlocks || usual < greyShare) return 1
  let product = 0
  let squareOne = 0
  let squareOther = 0
  for (const { one, other } of pairs) {
    // Coloured words on a dull picture must not outweigh all the rest.
    const most = 2 * usual * strength(one) + leastColour
    const share = most / Math.max(most, strength(other))
    product += share * (one[0] * other[0] + one[1] * other[1])
    squareOne += strength(one) ** 2
    squareOther += (share * strength(other)) ** 2
  }
  return product / Math.sqrt(squareOne * squareOther)
}

const strength = ([redGreen, blueYellow]: Colour): number => Math.sqrt(redGreen ** 2 + blueYellow ** 2)

function meanColour({ data, width, height, channels }: Bitmap, x: number, y: number, half: number): Colour {
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
