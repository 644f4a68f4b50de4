import { type BlockResult, compareBlocks } from '#workers/recognise/align/compareBlocks'
import { uploadOnTemplate } from '#workers/recognise/align/sampled'
import type { Plane } from '#workers/recognise/plane'
import type { Transform } from '#workers/recognise/transform'

/** Blocks that correlate less are covered by words, or not the same. */
export const agreeingCorrelation = 0.7

/** Corrects a nearly right transform by what its blocks say, in the template's pixels. */
export function correctedBy(blocks: readonly BlockResult[], transform: Transform): Transform {
  const agreeing = blocks.filter(({ correlation }) => correlation >= agreeingCorrelation)
  if (agreeing.length < 4) return transform
  const x = robustLine(agreeing.map(({ x: at, shiftX }) => [at, shiftX]))
  const y = robustLine(agreeing.map(({ y: at, shiftY }) => [at, shiftY]))
  // Template point p shows what the transform puts at p + shift(p).
  return {
    scaleX: transform.scaleX * (1 + x.slope),
    offsetX: transform.offsetX + transform.scaleX * x.constant,
    scaleY: transform.scaleY * (1 + y.slope),
    offsetY: transform.offsetY + transform.scaleY * y.constant,
  }
}

/**
 * Brings a transform that is right to a few pixels to fractions of a pixel: blocks are compared, the transform is corrected, and again.
 * @param hidden per pixel of `upload`, not 0: words stand there
 * @returns the transform, with the upload's light under it as the template's picture would show it
 */
export function refineTransform(
  template: Plane,
  upload: Plane,
  start: Transform,
  hidden: Uint8Array,
): { readonly transform: Transform; readonly seen: Plane } {
  const { width, height } = template
  let transform = start
  // Far first, with every third block or so; then near, with all.
  for (const { reach, step } of [
    { reach: 3, step: 28 },
    { reach: 1, step: 16 },
  ]) {
    const seen = uploadOnTemplate(upload, transform, width, height, hidden)
    transform = correctedBy(compareBlocks(template, seen, { size: 16, step, reach }), transform)
  }
  return { transform, seen: uploadOnTemplate(upload, transform, width, height, hidden) }
}

/** `shift = constant + slope · at`, with less and less weight for what lies off (Cauchy weights, four rounds). */
function robustLine(points: readonly (readonly [at: number, shift: number])[]): {
  readonly constant: number
  readonly slope: number
} {
  const shifts = points.map(([, shift]) => shift).sort((a, b) => a - b)
  let constant = shifts[shifts.length >> 1]!
  let slope = 0
  for (const width of [1.5, 1, 0.6, 0.4]) {
    let n = 1e-9
    let sumAt = 0
    let sumShift = 0
    const weights = points.map(([at, shift]) => {
      const weight = 1 / (1 + ((shift - constant - slope * at) / width) ** 2)
      n += weight
      sumAt += weight * at
      sumShift += weight * shift
      return weight
    })
    const meanAt = sumAt / n
    const meanShift = sumShift / n
    let square = 0
    let product = 0
    for (const [k, [at, shift]] of points.entries()) {
      square += weights[k]! * (at - meanAt) ** 2
      product += weights[k]! * (at - meanAt) * (shift - meanShift)
    }
    // As if one more block, 40 px away, said that the scale is right: few blocks side by side cannot tell.
    slope = product / (square + 1600)
    constant = meanShift - slope * meanAt
  }
  return { constant, slope }
}
