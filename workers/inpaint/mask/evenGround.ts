import { colourModes } from '#workers/inpaint/mask/colourModes'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** A colour that changes evenly over the patch: `colour[c] + slopeX[c]·x + slopeY[c]·y` in pixels of the patch. */
export interface EvenGround {
  readonly colour: readonly number[]
  readonly slopeX: readonly number[]
  readonly slopeY: readonly number[]
  /** Share of the band around the box that it covers, 0..1. */
  readonly bandShare: number
}

/** Pixels further from the ground than this (largest difference of the three channels) are not ground. */
export const groundTolerance = 24
/** How far apart, as a share of the patch's side squared, pixels must lie to change a slope. */
const slopeRidge = 0.004
/** At least this much of the band around the box must be ground, … */
const leastBandShare = 0.85
/** … and this much of the box itself. */
const leastBoxShare = 0.15

/** The ground's channel `c` at a point of the patch. */
export const groundAt = (ground: EvenGround, c: number, x: number, y: number): number =>
  ground.colour[c]! + ground.slopeX[c]! * x + ground.slopeY[c]! * y

/** Largest difference of the three channels between pixel (`x`, `y`) and the ground. */
export function groundDifference(patch: LinePatch, ground: EvenGround, x: number, y: number): number {
  const p = (y * patch.width + x) * 3
  let most = 0
  for (let c = 0; c < 3; c++) {
    const expected = ground.colour[c]! + ground.slopeX[c]! * x + ground.slopeY[c]! * y
    const difference = Math.abs(patch.rgb[p + c]! - expected)
    if (difference > most) most = difference
  }
  return most
}

/**
 * The even ground that the line stands on (label, bar, blank area), or null when it stands on something richer. The most frequent colour
 * of the band around the box is taken, then a plane is fitted to what is near it, three times.
 */
export function evenGround(patch: LinePatch): EvenGround | null {
  const band = pixelsWhere(patch, (z) => z === zone.search)
  if (band.length < 16) return null
  const [mode] = colourModes(patch.rgb, band, { most: 1, leastShare: 0.5 })
  if (mode === undefined) return null
  const around = pixelsWhere(patch, (z) => z >= zone.search)
  let ground: EvenGround = { colour: [mode.r, mode.g, mode.b], slopeX: [0, 0, 0], slopeY: [0, 0, 0], bandShare: 0 }
  for (const tolerance of [36, 28, groundTolerance]) {
    const fitted = fitPlane(patch, around, ground, tolerance)
    if (fitted === null) return null
    ground = fitted
  }
  const share = (pixels: Int32Array): number => {
    let near = 0
    for (const i of pixels) {
      if (groundDifference(patch, ground, i % patch.width, Math.floor(i / patch.width)) <= groundTolerance) near++
    }
    return near / pixels.length
  }
  const inBox = pixelsWhere(patch, (z) => z === zone.box)
  const bandShare = share(band)
  return bandShare >= leastBandShare && inBox.length > 0 && share(inBox) >= leastBoxShare
    ? { ...ground, bandShare }
    : null
}

/** Indexes of the pixels in the wanted zones that belong to no other line. */
export function pixelsWhere(patch: LinePatch, wanted: (zone: number) => boolean): Int32Array {
  const { zones, foreign } = patch
  const result = new Int32Array(zones.length)
  let n = 0
  for (let i = 0; i < zones.length; i++) if (foreign[i] === 0 && wanted(zones[i]!)) result[n++] = i
  return result.subarray(0, n)
}

/** The ground by least squares over those of `pixels` that are within `tolerance` of `start`; null when they are too few. */
export function fitPlane(
  patch: LinePatch,
  pixels: Int32Array,
  start: EvenGround,
  tolerance: number,
): EvenGround | null {
  const { rgb, width, height } = patch
  let n = 0
  let sx = 0
  let sy = 0
  let sxx = 0
  let sxy = 0
  let syy = 0
  const sv = [0, 0, 0]
  const sxv = [0, 0, 0]
  const syv = [0, 0, 0]
  for (const i of pixels) {
    const x = i % width
    const y = (i - x) / width
    if (groundDifference(patch, start, x, y) > tolerance) continue
    n++
    sx += x
    sy += y
    sxx += x * x
    sxy += x * y
    syy += y * y
    for (let c = 0; c < 3; c++) {
      const rest = rgb[i * 3 + c]! - groundAt(start, c, x, y)
      sv[c]! += rest
      sxv[c]! += x * rest
      syv[c]! += y * rest
    }
  }
  if (n < 16) return null
  // Centred normal equations of what `start` leaves: the slopes first, then the constant. Pixels that lie close together cannot tell a slope
  // for the whole patch: the ridge makes them keep the one of `start`.
  const cxx = sxx - (sx * sx) / n + n * slopeRidge * width * width
  const cyy = syy - (sy * sy) / n + n * slopeRidge * height * height
  const cxy = sxy - (sx * sy) / n
  const determinant = cxx * cyy - cxy * cxy
  const slopeX: number[] = []
  const slopeY: number[] = []
  const colour: number[] = []
  for (let c = 0; c < 3; c++) {
    const cxv = sxv[c]! - (sx * sv[c]!) / n
    const cyv = syv[c]! - (sy * sv[c]!) / n
    const moreX = (cxv * cyy - cyv * cxy) / determinant
    const moreY = (cyv * cxx - cxv * cxy) / determinant
    slopeX.push(start.slopeX[c]! + moreX)
    slopeY.push(start.slopeY[c]! + moreY)
    colour.push(start.colour[c]! + (sv[c]! - moreX * sx - moreY * sy) / n)
  }
  return { ...start, colour, slopeX, slopeY }
}
