import { discard } from '#workers/discard'

/** A picture of three or four interleaved channels whose pixels with `hole` 1 are to be made up. */
export interface Holed {
  readonly values: Float32Array
  readonly hole: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Relaxation converges fastest a little over 1 on holes a few pixels wide (measured on the dev set). */
const overRelaxation = 1.5

/**
 * Fills the holes so that each pixel is the mean of its neighbours (the discrete Laplace equation; natural pictures' 1/f² spectrum makes it the
 * best linear guess). Coarse to fine: every level starts from the one of half its size, so that few sweeps are enough.
 * Writes into `values`. Without a single known pixel the holes become 0.
 */
export function fillHarmonic(picture: Holed, sweeps: number): void {
  const { hole } = picture
  const indexes = holeIndexes(hole)
  if (indexes.length === 0) return
  if (indexes.length === hole.length) {
    picture.values.fill(0)
    return
  }
  const coarse = halved(picture)
  fillHarmonic(coarse, sweeps)
  startFromCoarse(picture, coarse, indexes)
  discard(coarse.values, coarse.hole)
  relax(picture, indexes, sweeps)
  discard(indexes)
}

function holeIndexes(hole: Uint8Array): Int32Array {
  let n = 0
  for (const value of hole) n += value
  const indexes = new Int32Array(n)
  for (let i = 0, k = 0; i < hole.length; i++) if (hole[i] === 1) indexes[k++] = i
  return indexes
}

/** Half the size; a pixel is the mean of the known ones of its four, and a hole when there are none. */
function halved({ values, hole, width, height, channels }: Holed): Holed {
  const halfWidth = (width + 1) >> 1
  const halfHeight = (height + 1) >> 1
  const coarse: Holed = {
    values: new Float32Array(halfWidth * halfHeight * channels),
    hole: new Uint8Array(halfWidth * halfHeight),
    width: halfWidth,
    height: halfHeight,
    channels,
  }
  const four = new Int32Array(4)
  for (let y = 0, i = 0; y < halfHeight; y++) {
    const rows = 2 * y + 1 < height ? 2 : 1
    for (let x = 0; x < halfWidth; x++, i++) {
      const columns = 2 * x + 1 < width ? 2 : 1
      let known = 0
      for (let row = 0; row < rows; row++) {
        const start = (2 * y + row) * width + 2 * x
        for (let s = start; s < start + columns; s++) if (hole[s] === 0) four[known++] = s * channels
      }
      if (known === 0) {
        coarse.hole[i] = 1
        continue
      }
      for (let c = 0; c < channels; c++) {
        let sum = 0
        for (let k = 0; k < known; k++) sum += values[four[k]! + c]!
        coarse.values[i * channels + c] = sum / known
      }
    }
  }
  return coarse
}

/** Bilinear interpolation of the coarse level at the holes. */
function startFromCoarse(fine: Holed, coarse: Holed, indexes: Int32Array): void {
  const { width, channels, values } = fine
  for (const i of indexes) {
    const x = i % width
    const y = (i - x) / width
    const cx = x >> 1
    const cy = y >> 1
    const nx = Math.min(coarse.width - 1, Math.max(0, cx + ((x & 1) === 1 ? 1 : -1)))
    const ny = Math.min(coarse.height - 1, Math.max(0, cy + ((y & 1) === 1 ? 1 : -1)))
    const a = (cy * coarse.width + cx) * channels
    const b = (cy * coarse.width + nx) * channels
    const d = (ny * coarse.width + cx) * channels
    const e = (ny * coarse.width + nx) * channels
    for (let c = 0; c < channels; c++) {
      values[i * channels + c] =
        (9 * coarse.values[a + c]! + 3 * coarse.values[b + c]! + 3 * coarse.values[d + c]! + coarse.values[e + c]!) / 16
    }
  }
}

/** Successive over-relaxation, forwards and backwards in turn. */
function relax(picture: Holed, indexes: Int32Array, sweeps: number): void {
  const runs = runsOf(picture, indexes)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // The last sweep is plain, which takes out the ripple that over-relaxing leaves.
    const step = sweep === sweeps - 1 ? 1 : overRelaxation
    const forwards = (sweep & 1) === 0
    for (let n = 0; n < runs.length; n += 2) {
      const at = forwards ? n : runs.length - 2 - n
      relaxRun(picture, runs[at]!, runs[at + 1]!, forwards, step)
    }
  }
}

/** Holes that follow each other and have all four neighbours, as first and last index of each run; a hole at the picture's rim is a run of its own. */
function runsOf({ width, height }: Holed, indexes: Int32Array): Int32Array {
  const runs = new Int32Array(2 * indexes.length)
  let n = 0
  let before = -2
  for (const i of indexes) {
    const x = i % width
    const atRim = x === 0 || x === width - 1 || i < width || i >= width * (height - 1)
    if (i === before + 1 && !atRim) runs[n - 1] = i
    else {
      runs[n++] = i
      runs[n++] = i
    }
    before = atRim ? -2 : i
  }
  return runs.subarray(0, n)
}

/**
 * One sweep over a run; at the rim of the picture the opposite neighbour stands in (no flow through it). A pixel waits for the one before it alone, and for
 * two steps of arithmetic: what the other neighbours give is added up first. Written out, not as a loop over channels: this is where a fill
 * spends its time.
 */
function relaxRun(
  { values, width, height, channels }: Holed,
  first: number,
  last: number,
  forwards: boolean,
  step: number,
): void {
  const x = first % width
  const left = (x > 0 ? -1 : width > 1 ? 1 : 0) * channels
  const right = x < width - 1 ? channels : left
  const up = (first >= width ? -width : height > 1 ? width : 0) * channels
  const down = first < width * (height - 1) ? width * channels : up
  const [before, after] = forwards ? [left, right] : [right, left]
  const by = forwards ? channels : -channels
  const start = (forwards ? first : last) * channels
  const keep = 1 - step
  const share = step / 4
  let red = values[start + before]!
  let green = values[start + before + 1]!
  let blue = values[start + before + 2]!
  for (let n = last - first, i = start; n >= 0; n--, i += by) {
    const a = i + after
    const u = i + up
    const d = i + down
    red = keep * values[i]! + share * (values[a]! + values[u]! + values[d]!) + share * red
    green = keep * values[i + 1]! + share * (values[a + 1]! + values[u + 1]! + values[d + 1]!) + share * green
    blue = keep * values[i + 2]! + share * (values[a + 2]! + values[u + 2]! + values[d + 2]!) + share * blue
    values[i] = red
    values[i + 1] = green
    values[i + 2] = blue
  }
  if (channels === 3) return
  for (let n = last - first, i = start + 3; n >= 0; n--, i += by) {
    const sum = values[i + left]! + values[i + right]! + values[i + up]! + values[i + down]!
    values[i] = keep * values[i]! + share * sum
  }
}
