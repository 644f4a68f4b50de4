import type { Features } from '#workers/recognise/features/features'
import type { Match } from '#workers/recognise/features/matchFeatures'
import type { Transform } from '#workers/recognise/transform'

/** A transform with the matches that follow it. */
export interface Agreement {
  readonly transform: Transform
  /** Matches that follow it, counting several at the same place once. */
  readonly support: number
}

const mostMatches = 120
/** A template may be this much larger or smaller in the upload, when both are scaled to the same longest side, … */
const mostScale = 2.6
/** … and stretched by this factor. */
const mostStretch = 1.12

/**
 * The transform (scales and offsets, no turning) that most matches follow: each pair of good matches names one, the others vote
 * (RANSAC, M. Fischler & R. Bolles 1981, without chance: pairs are taken in order of likeness), then least squares over the followers.
 * @param mostPairs how many pairs are tried
 * @returns null when no pair names a possible transform
 */
export function agreeOnTransform(
  matches: readonly Match[],
  template: Features,
  upload: Features,
  mostPairs: number,
): Agreement | null {
  const n = Math.min(matches.length, mostMatches)
  const tx = new Float32Array(n)
  const ty = new Float32Array(n)
  const ux = new Float32Array(n)
  const uy = new Float32Array(n)
  for (let k = 0; k < n; k++) {
    const match = matches[k]!
    ux[k] = upload.x[match.of]!
    uy[k] = upload.y[match.of]!
    tx[k] = template.x[match.with]!
    ty[k] = template.y[match.with]!
  }
  let best: Transform | null = null
  let bestCount = 2
  let left = mostPairs
  // Near in rank first: (0,1), (0,2), (1,2), (0,3), …
  for (let j = 1; j < n && left > 0; j++) {
    for (let i = 0; i < j && left > 0; i++) {
      const scale = scaleOf(tx[i]! - tx[j]!, ty[i]! - ty[j]!, ux[i]! - ux[j]!, uy[i]! - uy[j]!)
      if (scale === 0) continue
      left--
      const offsetX = (ux[i]! + ux[j]! - scale * (tx[i]! + tx[j]!)) / 2
      const offsetY = (uy[i]! + uy[j]! - scale * (ty[i]! + ty[j]!)) / 2
      let count = 0
      for (let k = 0; k < n; k++) {
        const dx = scale * tx[k]! + offsetX - ux[k]!
        const dy = scale * ty[k]! + offsetY - uy[k]!
        if (dx < 6 && dx > -6 && dy < 6 && dy > -6) count++
      }
      if (count > bestCount) {
        bestCount = count
        best = { scaleX: scale, scaleY: scale, offsetX, offsetY }
      }
    }
  }
  if (best === null) return null
  let support = 0
  for (const tolerance of [6, 4, 3]) {
    const followers = followersOf(best, tolerance, tx, ty, ux, uy)
    support = distinct(followers, tx, ty)
    best = leastSquares(followers, best, tx, ty, ux, uy)
  }
  return { transform: best, support }
}

/** The scale that takes the template's distance to the upload's; 0 when none does, or when the points are too near to tell. */
function scaleOf(dtx: number, dty: number, dux: number, duy: number): number {
  // Square roots by hand: Math.hypot is twenty times as slow.
  const squareT = dtx * dtx + dty * dty
  const squareU = dux * dux + duy * duy
  if (squareT < 24 * 24 || squareU < 16 * 16) return 0
  const scale = Math.sqrt(squareU / squareT)
  if (scale > mostScale || scale < 1 / mostScale) return 0
  // Same direction: no turning, and hardly any stretching.
  const slack = 4 + 0.06 * Math.sqrt(squareU)
  const offX = dux - scale * dtx
  const offY = duy - scale * dty
  return offX * offX + offY * offY < slack * slack ? scale : 0
}

function followersOf(
  { scaleX, scaleY, offsetX, offsetY }: Transform,
  tolerance: number,
  tx: Float32Array,
  ty: Float32Array,
  ux: Float32Array,
  uy: Float32Array,
): readonly number[] {
  const followers: number[] = []
  for (let k = 0; k < tx.length; k++) {
    const dx = scaleX * tx[k]! + offsetX - ux[k]!
    const dy = scaleY * ty[k]! + offsetY - uy[k]!
    if (Math.abs(dx) < tolerance && Math.abs(dy) < tolerance) followers.push(k)
  }
  return followers
}

/** Followers in different cells of 8 pixels of the template: levels of the pyramid find the same corner again. */
function distinct(followers: readonly number[], tx: Float32Array, ty: Float32Array): number {
  return new Set(followers.map((k) => Math.floor(tx[k]! / 8) * 1024 + Math.floor(ty[k]! / 8))).size
}

/** Each axis by itself where the points are spread enough, else only the offset. */
function leastSquares(
  followers: readonly number[],
  start: Transform,
  tx: Float32Array,
  ty: Float32Array,
  ux: Float32Array,
  uy: Float32Array,
): Transform {
  const x = lineThrough(followers, tx, ux, start.scaleX)
  const y = lineThrough(followers, ty, uy, start.scaleY)
  const stretch = x.scale / y.scale
  const even = stretch < mostStretch && stretch > 1 / mostStretch
  if (even) return { scaleX: x.scale, offsetX: x.offset, scaleY: y.scale, offsetY: y.offset }
  return start
}

function lineThrough(
  followers: readonly number[],
  from: Float32Array,
  to: Float32Array,
  scale: number,
): { readonly scale: number; readonly offset: number } {
  const n = Math.max(1, followers.length)
  let meanFrom = 0
  let meanTo = 0
  for (const k of followers) {
    meanFrom += from[k]! / n
    meanTo += to[k]! / n
  }
  let square = 0
  let product = 0
  for (const k of followers) {
    square += (from[k]! - meanFrom) ** 2
    product += (from[k]! - meanFrom) * (to[k]! - meanTo)
  }
  // A few matches close together say little about the scale: the scale of the whole is worth 400 px² of them.
  const ridge = 400
  const own = (product + ridge * scale) / (square + ridge)
  return { scale: own, offset: meanTo - own * meanFrom }
}
