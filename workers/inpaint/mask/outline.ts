import { type ColourMode, colourModes } from '#workers/inpaint/mask/colourModes'
import { distanceTo, distanceUnit } from '#workers/inpaint/mask/distance'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** What lies around strokes. */
export interface Outline {
  /** Distance of each pixel from the strokes, in thirds of a pixel. */
  readonly distance: Uint16Array
  /** The most frequent colour right beside the strokes. */
  readonly colour: ColourMode | undefined
  /** Share of the pixels right beside the strokes that have it, 0..1. */
  readonly evenness: number
  /** How far from the strokes it reaches, in pixels; 0 when there is no such colour. */
  readonly widthPx: number
}

const tolerance = 56
/** Outlines wider than this share of the letter height are taken for ground. */
const widest = 0.16

/**
 * Measures the outline (or the ground, on which the difference does not matter) beside `strokes`: the share of pixels that have
 * its colour, by distance from the strokes, falls to the share in the surroundings where it ends.
 */
export function outlineOf(patch: LinePatch, strokes: Uint8Array): Outline {
  const { rgb, width, height, zones, foreign, frame } = patch
  const distance = distanceTo(strokes, width, height)
  const farPx = Math.max(4, Math.ceil(0.3 * frame.letterHeight))
  const beside: number[] = []
  for (let i = 0; i < distance.length; i++) {
    const px = distance[i]! / distanceUnit
    if (zones[i] !== zone.outside && px > 1.2 && px <= Math.max(2.4, 0.07 * frame.letterHeight)) beside.push(i)
  }
  const [colour] = colourModes(rgb, Int32Array.from(beside), { most: 1, leastShare: 0.2 })
  if (colour === undefined) return { distance, colour, evenness: 0, widthPx: 0 }
  const same = new Float64Array(farPx + 2)
  const all = new Float64Array(farPx + 2)
  for (let i = 0; i < distance.length; i++) {
    if (zones[i] === zone.outside || distance[i] === 0 || foreign[i] === 1) continue
    const bin = Math.min(farPx + 1, Math.round(distance[i]! / distanceUnit))
    all[bin]!++
    const p = i * 3
    const near =
      Math.abs(rgb[p]! - colour.r) <= tolerance &&
      Math.abs(rgb[p + 1]! - colour.g) <= tolerance &&
      Math.abs(rgb[p + 2]! - colour.b) <= tolerance
    if (near) same[bin]!++
  }
  const shareAt = (bin: number): number => same[bin]! / Math.max(1, all[bin]!)
  const mostPx = Math.max(3, Math.round(widest * frame.letterHeight))
  let peakAt = 1
  for (let bin = 1; bin <= mostPx; bin++) if (shareAt(bin) > shareAt(peakAt)) peakAt = bin
  const surroundings = shareAt(farPx + 1)
  let widthPx = peakAt
  while (widthPx < mostPx && shareAt(widthPx + 1) > (shareAt(peakAt) + surroundings) / 2) widthPx++
  return { distance, colour, evenness: shareAt(peakAt), widthPx }
}
