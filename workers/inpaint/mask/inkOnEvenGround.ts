import { components } from '#workers/inpaint/mask/components'
import { distanceTo, distanceUnit, within } from '#workers/inpaint/mask/distance'
import { fillEnclosed } from '#workers/inpaint/mask/enclosed'
import { type EvenGround, groundDifference, groundTolerance } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** Pixels further from the ground than this differ from it; JPEG noise beside letters mostly does not. */
const inkTolerance = 16
/** Pieces with a larger inscribed circle (radius as a share of the letter height) are things, not letters. */
const mostThickness = 0.36
/** More of the box than this covered by what is no letter: the ground is not even after all. */
const mostForeign = 0.04
/** JPEG noise reaches as far as its blocks are wide. */
const noiseReachPx = 8
/** Mean absolute difference from the ground, in levels of 255, up to which it is drawn flat rather than filled from around. */
const flatRoughness = 2

export interface InkOnGround {
  /** Per pixel of the patch: 1 in the mask. */
  readonly mask: Uint8Array
  /** Whether the ground is so smooth that the mask may be drawn with it; the mask then takes in the noise around the letters too. */
  readonly flat: boolean
}

/**
 * Everything in the line's box that is not ground, whatever its colours, with its soft edges and what it encloses (the inside of outlined
 * letters may have the ground's colour, but not quite). Null when that is no line of letters: something thick, or something that goes on outside.
 */
export function inkOnEvenGround(patch: LinePatch, ground: EvenGround): InkOnGround | null {
  const { width, height, zones, frame } = patch
  const different = new Uint8Array(zones.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (zones[i]! >= zone.ring && groundDifference(patch, ground, x, y) > inkTolerance) different[i] = 1
    }
  }
  const ink = piecesOfTheLine(patch, different)
  if (ink === null) return null
  const distance = distanceTo(ink, width, height)
  const flat = roughnessAwayFrom(patch, ground, distance) <= flatRoughness
  const edge = Math.max(2, 0.06 * frame.letterHeight) * distanceUnit
  const noise = Math.max((noiseReachPx / patch.pictureScale) * distanceUnit, edge)
  const mask = within(distance, edge)
  fillEnclosed(mask, width, height)
  for (let i = 0; i < mask.length; i++) {
    // What differs but is not of the line (a label's edge) stays, though it be near.
    const kept = zones[i]! < zone.ring || (different[i] === 1 && ink[i] === 0)
    if (kept) mask[i] = 0
    else if (flat && distance[i]! <= noise) mask[i] = 1
  }
  return { mask, flat }
}

/** The pieces of what differs that are letters; null when the rest covers too much of the box. */
function piecesOfTheLine(patch: LinePatch, different: Uint8Array): Uint8Array | null {
  const { width, height, zones, frame, foreign } = patch
  const { labels, count, area } = components(different, width, height)
  const depth = distanceTo(
    different.map((value) => 1 - value),
    width,
    height,
  )
  const inSearch = new Int32Array(count + 1)
  const inBox = new Int32Array(count + 1)
  const deepest = new Int32Array(count + 1)
  let boxPixels = 0
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i]!
    if (zones[i] === zone.box) boxPixels++
    if (k === 0) continue
    if (zones[i] === zone.box) inBox[k]!++
    // Another line's letters may touch this one's: they do not speak against it.
    if (zones[i]! >= zone.search || foreign[i] === 1) inSearch[k]!++
    if (depth[i]! > deepest[k]!) deepest[k] = depth[i]!
  }
  const deepLimit = Math.max(2.5, mostThickness * frame.letterHeight) * distanceUnit
  const isLetter = (k: number): boolean => inBox[k]! > 0 && inSearch[k]! >= 0.6 * area[k]! && deepest[k]! <= deepLimit
  let other = 0
  for (let k = 1; k <= count; k++) if (!isLetter(k)) other += inBox[k]!
  if (other > mostForeign * boxPixels) return null
  const accepted = Uint8Array.from(area, (_, k) => (k > 0 && isLetter(k) ? 1 : 0))
  const ink = new Uint8Array(labels.length)
  for (let i = 0; i < ink.length; i++) {
    if (accepted[labels[i]!] === 1 && (foreign[i] === 0 || zones[i] === zone.box)) ink[i] = 1
  }
  return ink
}

/** Mean absolute difference of the ground from what was fitted, where letters and their noise do not reach (all of it when that is nowhere). */
function roughnessAwayFrom(patch: LinePatch, ground: EvenGround, distance: Uint16Array): number {
  const sums = [0, 0]
  const counts = [0, 0]
  for (let y = 0, i = 0; y < patch.height; y++) {
    for (let x = 0; x < patch.width; x++, i++) {
      if (patch.zones[i]! < zone.search || distance[i]! < 3 * distanceUnit) continue
      const difference = groundDifference(patch, ground, x, y)
      if (difference > groundTolerance) continue
      const away = distance[i]! * patch.pictureScale > noiseReachPx * distanceUnit ? 1 : 0
      sums[away]! += difference
      counts[away]!++
    }
  }
  const away = counts[1]! >= 32 ? 1 : 0
  return sums[away]! / Math.max(1, counts[away]!)
}
