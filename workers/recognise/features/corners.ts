import type { Rect } from '#core/fingerprint/contentRectangles'
import type { Plane } from '#workers/recognise/plane'

/** A pixel that can be found again. */
export interface PlaneCorner {
  readonly x: number
  readonly y: number
}

interface Found extends PlaneCorner {
  readonly strength: number
  /** Near black beside near white, as outlined letters are, and line drawings. */
  readonly loud: boolean
}

/** Rows and columns of the grid that shares the corners out, so that letters do not take them all. */
const buckets = 6
/** No corner this near to the edge: most of its surroundings would be made up. */
const marginPx = 6
/** Of the smoothed picture, in levels of 255. */
const loudContrast = 130
/** Letters would take all places by their strength: this much goes to corners that cannot be letters. */
const quietShare = 0.7
/** Response of sensor noise and JPEG's blocks in flat places, in squared levels. */
const leastResponse = 3

/**
 * Corners: maxima of the harmonic mean of the structure tensor's eigenvalues (C. Harris & M. Stephens, 1988; A. Noble's measure), at
 * most `count`, spread over the picture.
 */
export function findCorners(
  plane: Plane,
  count: number,
  isHidden: (x: number, y: number) => boolean,
  within: Rect = { left: 0, top: 0, right: plane.width, bottom: plane.height },
): readonly PlaneCorner[] {
  const { width, height } = plane
  const response = cornerResponse(plane)
  const perBucket = Math.ceil((1.7 * count) / (buckets * buckets))
  const found: Found[][] = Array.from({ length: buckets * buckets }, () => [])
  const [fromX, toX] = [Math.max(marginPx, Math.ceil(within.left)), Math.min(width - marginPx, within.right)]
  const [fromY, toY] = [Math.max(marginPx, Math.ceil(within.top)), Math.min(height - marginPx, within.bottom)]
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const i = y * width + x
      const strength = response[i]!
      if (strength < leastResponse || !isPeak(response, i, width)) continue
      const loud = contrastAround(plane, x, y) > loudContrast
      if (loud && isHidden(x, y)) continue
      const bucket = Math.floor((y * buckets) / height) * buckets + Math.floor((x * buckets) / width)
      found[bucket]!.push({ x, y, strength, loud })
    }
  }
  const kept = found.flatMap((bucket) => strongest(bucket, perBucket)).sort((a, b) => b.strength - a.strength)
  const loud = kept.filter((corner) => corner.loud)
  const quiet = kept.filter((corner) => !corner.loud)
  const quietCount = Math.min(quiet.length, Math.max(count - loud.length, Math.round(count * quietShare)))
  return [...quiet.slice(0, quietCount), ...loud.slice(0, count - quietCount)]
}

/** Of the loud and of the quiet ones the strongest each: what is not there of one kind, the other may have. */
function strongest(corners: readonly Found[], count: number): readonly Found[] {
  const sorted = corners.toSorted((a, b) => b.strength - a.strength)
  const quiet = sorted.filter(({ loud }) => !loud).slice(0, count)
  const loud = sorted.filter((corner) => corner.loud).slice(0, count)
  return [...quiet, ...loud]
}

/** Largest difference of light within 3 pixels. */
function contrastAround({ data, width }: Plane, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let dy = -3; dy <= 3; dy++) {
    for (let dx = -3; dx <= 3; dx++) {
      const value = data[(y + dy) * width + x + dx]!
      if (value < least) least = value
      if (value > most) most = value
    }
  }
  return most - least
}

function isPeak(values: Float32Array, i: number, width: number): boolean {
  const value = values[i]!
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const other = values[i + dy * width + dx]!
      if (other > value || (other === value && (dy < 0 || (dy === 0 && dx < 0)))) return false
    }
  }
  return true
}

/** Tensor products summed over 5×5 windows (sliding sums), then determinant / trace. */
function cornerResponse({ data, width, height }: Plane): Float32Array {
  const n = width * height
  const xx = new Float32Array(n)
  const yy = new Float32Array(n)
  const xy = new Float32Array(n)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      const gx = (data[i + 1]! - data[i - 1]!) / 2
      const gy = (data[i + width]! - data[i - width]!) / 2
      xx[i] = gx * gx
      yy[i] = gy * gy
      xy[i] = gx * gy
    }
  }
  for (const plane of [xx, yy, xy]) boxMean(plane, width, height)
  for (let i = 0; i < n; i++) {
    const trace = xx[i]! + yy[i]!
    xx[i] = trace > 1e-6 ? (xx[i]! * yy[i]! - xy[i]! * xy[i]!) / trace : 0
  }
  return xx
}

const reach = 2

/** Mean over 5×5 pixels in place; the outermost two lines stay what they are. */
function boxMean(values: Float32Array, width: number, height: number): void {
  const size = 2 * reach + 1
  const line = new Float32Array(width)
  for (let y = 0, start = 0; y < height; y++, start += width) {
    let sum = 0
    for (let x = 0; x < width; x++) {
      sum += values[start + x]!
      if (x >= size) sum -= values[start + x - size]!
      if (x >= size - 1) line[x - reach] = sum / size
    }
    for (let x = reach; x < width - reach; x++) values[start + x] = line[x]!
  }
  // Across the rows, still row by row: down the columns, each value would come from another line of the processor's cache.
  const sums = new Float64Array(width)
  const rows = values.slice()
  for (let y = 0, start = 0; y < height; y++, start += width) {
    const old = start - size * width
    for (let x = 0; x < width; x++) sums[x]! += rows[start + x]! - (old >= 0 ? rows[old + x]! : 0)
    const to = start - reach * width
    if (y >= size - 1) for (let x = 0; x < width; x++) values[to + x] = sums[x]! / size
  }
}
