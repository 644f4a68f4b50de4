import { columnsOf } from '#workers/inpaint/mask/alongLine'
import { type ColourMode, colourModes, isNear } from '#workers/inpaint/mask/colourModes'
import { distanceTo, distanceUnit } from '#workers/inpaint/mask/distance'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** What lies around strokes. */
export interface Outline {
  /** Distance of each pixel from the strokes, in thirds of a pixel. */
  readonly distance: Uint16Array
  /** The most frequent colour right beside the strokes: the outline's, or the ground's when there is no outline. */
  readonly colour: ColourMode | undefined
  /** Largest share of pixels at one distance that have it, 0..1. */
  readonly evenness: number
  /** How far from the strokes the ground begins, in pixels. */
  readonly widthPx: number
}

/** A pixel this near the colour beside the strokes has it. */
export const outlineTolerance = 56
/** Outlines wider than this share of the letter height are taken for ground. */
const widest = 0.16
/** When no outline can be measured, one this wide is assumed. */
const assumed = 0.08

/**
 * Measures the outline around `strokes` from the share of pixels that have its colour, by distance from the strokes. Where the surroundings
 * have another colour, that share falls at the outline's end; where they have the same one (plain letters; a dark outline on dark ground) it rises
 * until the soft edge is over. The line is judged piece by piece, because its ground may change on the way.
 */
export function outlineOf(patch: LinePatch, strokes: Uint8Array): Outline {
  const { rgb, width, height, zones, foreign, frame } = patch
  const distance = distanceTo(strokes, width, height)
  const beside: number[] = []
  const besidePx = Math.max(2.4, 0.07 * frame.letterHeight)
  for (let i = 0; i < distance.length; i++) {
    const px = distance[i]! / distanceUnit
    if (zones[i] !== zone.outside && px > 1.2 && px <= besidePx) beside.push(i)
  }
  const [colour] = colourModes(rgb, Int32Array.from(beside), { most: 1, leastShare: 0.2 })
  const mostPx = Math.max(3, Math.round(widest * frame.letterHeight))
  const assumedPx = Math.max(1.5, assumed * frame.letterHeight)
  if (colour === undefined) return { distance, colour, evenness: 0, widthPx: assumedPx }

  const farPx = Math.max(mostPx + 2, Math.ceil(0.3 * frame.letterHeight))
  const columns = columnsOf(frame, frame.letterHeight)
  const farSame = new Float64Array(columns.count)
  const farAll = new Float64Array(columns.count)
  const near: number[] = []
  for (let i = 0; i < distance.length; i++) {
    if (zones[i] === zone.outside || distance[i] === 0 || foreign[i] === 1) continue
    if (distance[i]! <= mostPx * distanceUnit) {
      near.push(i)
    } else if (distance[i]! >= farPx * distanceUnit) {
      const x = i % width
      const column = columns.at(x, (i - x) / width)
      farAll[column]!++
      if (isNear(rgb, i, colour, outlineTolerance)) farSame[column]!++
    }
  }
  const alike = shares(mostPx)
  const apart = shares(mostPx)
  for (const i of near) {
    const x = i % width
    const column = columns.at(x, (i - x) / width)
    const profile = farSame[column]! > 0.5 * farAll[column]! ? alike : apart
    const bin = Math.max(1, Math.round(distance[i]! / distanceUnit))
    if (bin > mostPx) continue
    profile.all[bin]!++
    if (isNear(rgb, i, colour, outlineTolerance)) profile.same[bin]!++
  }
  const ends = [softEdge(alike, mostPx), outlineEnd(apart, mostPx)].filter((end) => end !== null)
  const evenness = Math.max(...Array.from({ length: mostPx }, (_, k) => together(alike, apart, k + 1)))
  return { distance, colour, evenness, widthPx: ends.length === 0 ? assumedPx : Math.max(...ends) }
}

/** By distance in whole pixels: how many pixels have the colour, of how many. */
interface Profile {
  readonly same: Float64Array
  readonly all: Float64Array
}

const shares = (mostPx: number): Profile => ({
  same: new Float64Array(mostPx + 1),
  all: new Float64Array(mostPx + 1),
})
const shareAt = ({ same, all }: Profile, px: number): number => same[px]! / Math.max(1, all[px]!)
const together = (a: Profile, b: Profile, px: number): number =>
  (a.same[px]! + b.same[px]!) / Math.max(1, a.all[px]! + b.all[px]!)

/** Profiles of fewer pixels say nothing. */
const leastPixels = 24

/** Same colour around: the last distance at which the ground is not fully there yet. */
function softEdge(profile: Profile, mostPx: number): number | null {
  if (profile.all[1]! < leastPixels) return null
  let full = 0
  for (let px = 1; px <= mostPx; px++) full = Math.max(full, shareAt(profile, px))
  let end = 0
  while (end < mostPx && shareAt(profile, end + 1) < 0.85 * full) end++
  return end
}

/** Another colour around: the last distance at which a rest of the outline is still there; null when it never shows clearly. */
function outlineEnd(profile: Profile, mostPx: number): number | null {
  if (profile.all[1]! < leastPixels) return null
  let peakAt = 1
  for (let px = 1; px <= mostPx; px++) if (shareAt(profile, px) > shareAt(profile, peakAt)) peakAt = px
  const surroundings = shareAt(profile, mostPx)
  const clear = shareAt(profile, peakAt) - surroundings
  if (clear < 0.25) return null
  let end = peakAt
  while (end < mostPx && shareAt(profile, end + 1) > surroundings + 0.3 * clear) end++
  return end
}
