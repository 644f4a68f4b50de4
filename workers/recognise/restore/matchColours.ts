import type { Bitmap } from '#core/bitmap'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import { templateAt } from '#workers/recognise/restore/templateAt'

/**
 * How the template's colours became the upload's: each channel of the upload is a sum of the template's three and a constant, which holds
 * brightness, contrast, saturation, tint and grey. Four numbers a channel: red, green, blue, constant.
 */
export type ColourChange = readonly (readonly [number, number, number, number])[]

const mostSamples = 5_000
/** Values this near to black or white may have been cut off. */
const clipped = 4
/** How much a sample counts that is off by this many levels: half. */
const halfWeight = 12
/** Prior: colours stay as they are, as if so many samples of mid contrast said so. */
const priorSamples = 20

/**
 * Fits the change on pixels outside of the words, by least squares that listen less and less to what does not fit (Cauchy weights).
 * @param hidden per pixel of the upload, not 0: words stand there
 */
export function matchColours(upload: Bitmap, fitted: FittedTemplate, hidden: Uint8Array): ColourChange {
  const samples = collect(upload, fitted, hidden)
  return [0, 1, 2].map((channel) => fitChannel(samples, channel))
}

interface Samples {
  readonly count: number
  /** RGB of the template and of the upload. */
  readonly from: Float32Array
  readonly to: Float32Array
}

function collect(upload: Bitmap, fitted: FittedTemplate, hidden: Uint8Array): Samples {
  const { width, height, channels, data } = upload
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / mostSamples)))
  const from: number[] = []
  const to: number[] = []
  const first = step >> 1
  const { values, known } = templateAt(fitted, { x0: first, y0: first, x1: width, y1: height }, step)
  for (let y = first, i = 0; y < height; y += step) {
    for (let x = first; x < width; x += step, i++) {
      if (known[i] === 0 || hidden[y * width + x] !== 0) continue
      const p = (y * width + x) * channels
      const rgb = [data[p]!, data[p + 1]!, data[p + 2]!]
      if (rgb.some((value) => value < clipped || value > 255 - clipped)) continue
      to.push(...rgb)
      for (let c = 0; c < 3; c++) from.push(values[i * 3 + c]!)
    }
  }
  return { count: to.length / 3, from: Float32Array.from(from), to: Float32Array.from(to) }
}

type Four = [number, number, number, number]

function fitChannel({ count, from, to }: Samples, channel: number): Four {
  const same = ([0, 1, 2, 3] as const).map((k) => (k === channel ? 1 : 0)) as Four
  let change = same
  for (const width of [60, 30, halfWeight, halfWeight]) {
    const [onRed, onGreen, onBlue] = change
    const middle = change[3] + 128 * (onRed + onGreen + onBlue - 1)
    // Sums of weighted products of (r, g, b, 1) about mid grey, each once: nothing is allocated or looked up per sample.
    let [rr, rg, rb, r1, gg, gb, g1, bb, b1, one] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let [rt, gt, bt, t1] = [0, 0, 0, 0]
    for (let p = 0, end = count * 3; p < end; p += 3) {
      const r = from[p]! - 128
      const g = from[p + 1]! - 128
      const b = from[p + 2]! - 128
      const target = to[p + channel]! - 128
      const error = (target - (onRed * r + onGreen * g + onBlue * b + middle)) / width
      const weight = 1 / (1 + error * error)
      const wr = weight * r
      const wg = weight * g
      const wb = weight * b
      const wt = weight * target
      rr += wr * r
      rg += wr * g
      rb += wr * b
      r1 += wr
      gg += wg * g
      gb += wg * b
      g1 += wg
      bb += wb * b
      b1 += wb
      one += weight
      rt += wt * r
      gt += wt * g
      bt += wt * b
      t1 += wt
    }
    const sums = [
      [rr, rg, rb, r1],
      [rg, gg, gb, g1],
      [rb, gb, bb, b1],
      [r1, g1, b1, one],
    ]
    // Normal equations, with the prior on the diagonal.
    const prior = [0, 1, 2, 3].map((k) => priorSamples * (k === 3 ? 1 : 2500))
    const square = sums.map((row, k) => row.map((value, l) => (k === l ? value + prior[k]! : value)))
    const product = [rt, gt, bt, t1].map((value, k) => value + same[k]! * prior[k]!)
    const [r, g, b, constant] = solve(square, product)
    change = [r, g, b, constant + 128 * (1 - r - g - b)]
  }
  return change
}

/** Gaussian elimination; the prior keeps the matrix positive. */
function solve(matrix: number[][], right: readonly number[]): Four {
  const rows = matrix.map((row, k) => [...row, right[k]!])
  for (let k = 0; k < 4; k++) {
    for (let below = k + 1; below < 4; below++) {
      const factor = rows[below]![k]! / rows[k]![k]!
      for (let column = k; column < 5; column++) rows[below]![column]! -= factor * rows[k]![column]!
    }
  }
  const result: Four = [0, 0, 0, 0]
  for (let k = 3; k >= 0; k--) {
    let value = rows[k]![4]!
    for (let column = k + 1; column < 4; column++) value -= rows[k]![column]! * result[column]!
    result[k] = value / rows[k]![k]!
  }
  return result
}
