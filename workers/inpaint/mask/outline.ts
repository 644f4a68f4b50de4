import { columnsOf } from '#workers/inpaint/mask/alongLine'
import { type ColourMode, colourModes } from '#workers/inpaint/mask/colourModes'
import { distanceTo, distanceUnit } from '#workers/inpaint/mask/distance'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import { count, emptyProfile, meanColour, type Profile, shareAt } from '#workers/inpaint/mask/profile'

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
const tolerance = 56
/** Outlines wider than this share of the letter height are taken for ground. */
const widest = 0.16
/** When no outline can be measured, one this wide is assumed. */
const assumed = 0.08
/** An outline whose colour differs by this much from a ground much like it (largest of the channels) can still be told from it. */
const leastTold = 20
/** Profiles of fewer pixels say nothing. */
const leastPixels = 24

/**
 * Measures the outline around `strokes` from the share of pixels that have its colour, by distance from the strokes. Where the surroundings
 * have another colour, that share falls at the outline's end; where they have much the same (plain letters; a dark outline on dark ground),
 * a finer difference is looked for, or else the end of the soft edge. The line is judged piece by piece, because its ground may change on the way.
 */
export function outlineOf(patch: LinePatch, strokes: Uint8Array): Outline {
  const { rgb, width, height, zones, foreign, frame } = patch
  const distance = distanceTo(strokes, width, height)
  const mostPx = Math.max(3, Math.round(widest * frame.letterHeight))
  const colour = colourBeside(patch, distance)
  if (colour === undefined)
    return { distance, colour, evenness: 0, widthPx: Math.max(1.5, assumed * frame.letterHeight) }

  const columns = columnsOf(frame, frame.letterHeight)
  const farPx = Math.max(mostPx + 2, Math.ceil(0.3 * frame.letterHeight))
  const far = Array.from({ length: columns.count }, () => emptyProfile(0))
  const near: number[] = []
  for (let i = 0; i < distance.length; i++) {
    if (zones[i] === zone.outside || distance[i] === 0 || foreign[i] === 1) continue
    const px = Math.max(1, Math.round(distance[i]! / distanceUnit))
    if (px <= mostPx) near.push(i)
    else if (px >= farPx) count(far[columns.at(i % width, Math.floor(i / width))]!, 0, rgb, i, colour, tolerance)
  }
  const isAlike = far.map((profile) => shareAt(profile, 0) > 0.5)
  const ground = meanColour(far.filter((_, column) => isAlike[column]))
  const difference = ground === null ? 0 : Math.max(...ground.map((value, c) => Math.abs(value - channels(colour)[c]!)))
  const isTold = difference >= leastTold
  const alike = emptyProfile(mostPx)
  const apart = emptyProfile(mostPx)
  const whole = emptyProfile(mostPx)
  for (const i of near) {
    const px = Math.max(1, Math.round(distance[i]! / distanceUnit))
    count(whole, px, rgb, i, colour, tolerance)
    if (!isAlike[columns.at(i % width, Math.floor(i / width))]) count(apart, px, rgb, i, colour, tolerance)
    else count(alike, px, rgb, i, colour, isTold ? difference / 2 : tolerance)
  }
  const ends = [
    outlineEnd(apart, mostPx),
    (isTold ? outlineEnd(alike, mostPx) : null) ?? softEnd(alike, mostPx),
  ].filter((end) => end !== null)
  let evenness = 0
  for (let px = 1; px <= mostPx; px++) evenness = Math.max(evenness, shareAt(whole, px))
  const widthPx = ends.length === 0 ? Math.max(1.5, assumed * frame.letterHeight) : Math.max(...ends)
  return { distance, colour, evenness, widthPx }
}

const channels = ({ r, g, b }: ColourMode): readonly number[] => [r, g, b]

function colourBeside({ rgb, zones, frame }: LinePatch, distance: Uint16Array): ColourMode | undefined {
  const most = Math.max(2.4, 0.07 * frame.letterHeight) * distanceUnit
  const beside: number[] = []
  for (let i = 0; i < distance.length; i++) {
    if (zones[i] !== zone.outside && distance[i]! > distanceUnit && distance[i]! <= most) beside.push(i)
  }
  return colourModes(rgb, Int32Array.from(beside), { most: 1, leastShare: 0.2 })[0]
}

/** Much the same colour around: the last distance at which it is not fully there yet. */
function softEnd(profile: Profile, mostPx: number): number | null {
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
