import { components } from '#workers/inpaint/mask/components'
import { distanceTo, distanceUnit, within } from '#workers/inpaint/mask/distance'
import { fillEnclosed } from '#workers/inpaint/mask/enclosed'
import { type EvenGround, fitPlane, groundDifference, groundTolerance } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** Pixels further from the ground than this differ from it; JPEG noise beside letters mostly does not. */
const inkTolerance = 16
/** Pieces with a larger inscribed circle (radius as a share of the letter height) are things, not letters. */
const mostThickness = 0.36
/** More of the box than this covered by what is no letter: the ground is not even after all. */
const mostForeign = 0.04
/** JPEG noise reaches as far as its blocks are wide. */
const noiseReachPx = 8
/** Letters have a pixel that differs at least this much; fainter pieces are noise. */
const clearlyInk = 30
/** Median difference from the ground, in levels of 255, up to which it is drawn flat rather than filled from around, … */
const flatRoughness = 2.5
/** … and when nothing lies outside the noise. */
const flatRoughnessInNoise = 5
/** With less of the band around the line covered by the ground, something else comes near: that may go on under the letters. */
const flatBandShare = 0.93

/** Letters on a ground whose colour changes slowly or not at all. */
export interface InkOnGround {
  /** Per pixel of the patch: 1 in the mask. */
  readonly mask: Uint8Array
  /** The ground so far as letters and noise leave it alone. */
  readonly ground: EvenGround
  /** Whether it is so smooth that the mask may be drawn with it; the mask then takes in the noise around the letters too. */
  readonly flat: boolean
}

/**
 * Everything in the line's box that is not ground, whatever its colours, with its soft edges and what it encloses (the inside of outlined
 * letters may have the ground's colour, but not quite). Null when that is no line of letters: something thick, or something that goes on outside.
 */
export function inkOnEvenGround(patch: LinePatch, firstGround: EvenGround): InkOnGround | null {
  const { width, height, zones, frame } = patch
  const different = new Uint8Array(zones.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (zones[i]! < zone.ring) continue
      const difference = groundDifference(patch, firstGround, x, y)
      if (difference > inkTolerance) different[i] = difference > clearlyInk ? 2 : 1
    }
  }
  const ink = piecesOfTheLine(patch, different)
  if (ink === null) return null
  const distance = distanceTo(ink, width, height)
  const away = pixelsAway(patch, distance, noiseReachPx / patch.pictureScale)
  const isAway = away.length >= 64
  const clear = isAway ? away : pixelsAway(patch, distance, 3)
  const ground = fitPlane(patch, clear, firstGround, groundTolerance) ?? firstGround
  const flat =
    firstGround.bandShare >= flatBandShare &&
    roughness(patch, ground, clear) <= (isAway ? flatRoughness : flatRoughnessInNoise)
  const edge = Math.max(2, 0.06 * frame.letterHeight) * distanceUnit
  const noise = Math.max((noiseReachPx / patch.pictureScale) * distanceUnit, edge)
  const mask = within(distance, edge)
  fillEnclosed(mask, width, height)
  for (let i = 0; i < mask.length; i++) {
    // What differs but is not of the line (a label's edge) stays, though it be near.
    const kept = zones[i]! < zone.ring || (different[i] === 2 && ink[i] === 0)
    if (kept) mask[i] = 0
    else if (flat && distance[i]! <= noise) mask[i] = 1
  }
  return { mask, ground, flat }
}

/** The pieces of what differs (1; 2 where clearly) that are letters; null when the rest covers too much of the box. */
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
  const clear = new Uint8Array(count + 1)
  let boxPixels = 0
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i]!
    if (zones[i] === zone.box) boxPixels++
    if (k === 0) continue
    if (zones[i] === zone.box) inBox[k]!++
    // Another line's letters may touch this one's: they do not speak against it.
    if (zones[i]! >= zone.search || foreign[i] === 1) inSearch[k]!++
    if (depth[i]! > deepest[k]!) deepest[k] = depth[i]!
    if (different[i] === 2) clear[k] = 1
  }
  const deepLimit = Math.max(2.5, mostThickness * frame.letterHeight) * distanceUnit
  // A full stop or the dot of an i may stand just outside of the box.
  const isLetter = (k: number): boolean =>
    inSearch[k]! >= (inBox[k]! > 0 ? 0.6 : 0.9) * area[k]! && deepest[k]! <= deepLimit
  let other = 0
  for (let k = 1; k <= count; k++) if (clear[k] === 1 && !isLetter(k)) other += inBox[k]!
  if (other > mostForeign * boxPixels) return null
  const accepted = Uint8Array.from(area, (_, k) => (clear[k] === 1 && isLetter(k) ? 1 : 0))
  const ink = new Uint8Array(labels.length)
  for (let i = 0; i < ink.length; i++) {
    const k = labels[i]!
    // Of pieces that reach into another line's place, the other line takes its part.
    if (accepted[k] === 1 && (foreign[i] === 0 || zones[i] === zone.box || inBox[k] === 0)) ink[i] = 1
  }
  return ink
}

/** Indexes of the pixels in and beside the box that are more than `leastPx` away. */
function pixelsAway({ zones }: LinePatch, distance: Uint16Array, leastPx: number): Int32Array {
  const result = new Int32Array(zones.length)
  let n = 0
  for (let i = 0; i < zones.length; i++) {
    if (zones[i]! >= zone.search && distance[i]! > leastPx * distanceUnit) result[n++] = i
  }
  return result.subarray(0, n)
}

/** Median difference from the ground of the pixels that are ground: a few with noise do not count. */
function roughness(patch: LinePatch, ground: EvenGround, pixels: Int32Array): number {
  const counts = new Int32Array(groundTolerance + 1)
  let n = 0
  for (const i of pixels) {
    const difference = groundDifference(patch, ground, i % patch.width, Math.floor(i / patch.width))
    if (difference > groundTolerance) continue
    counts[Math.round(difference)]!++
    n++
  }
  let below = counts[0]!
  let median = 0
  while (below * 2 < n) below += counts[++median]!
  return n === 0 ? groundTolerance : median
}
