import { columnsOf } from '#workers/inpaint/mask/alongLine'
import { type ColourMode, isNear } from '#workers/inpaint/mask/colourModes'
import { components } from '#workers/inpaint/mask/components'
import { distanceTo, distanceUnit } from '#workers/inpaint/mask/distance'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** The pixels of one colour, sorted into strokes of the line's letters and the rest. */
export interface Strokes {
  /** Per pixel: 1 on a stroke. */
  readonly mask: Uint8Array
  /** Share of the line's length that has strokes, 0..1. */
  readonly coverage: number
  /** Share of the colour's pixels in the box that are on strokes, 0..1. */
  readonly purity: number
}

/** A piece is no stroke when its inscribed circle is larger than this share of the letter height (radius) … */
const mostThickness = 0.3
/** … or when less than this share of it is in the search zone. */
const leastInside = 0.75
/** Of a piece with at least this share in the search zone, what sticks out is letter too (the box was a little off). */
const wholeInside = 0.9

/** Finds the pieces of `mode`'s colour that could be parts of letters: thin, and inside the line. */
export function strokesOf(patch: LinePatch, mode: ColourMode, tolerance: number): Strokes {
  const { rgb, width, height, zones, frame } = patch
  const coloured = new Uint8Array(zones.length)
  for (let i = 0; i < zones.length; i++) {
    if (zones[i] !== zone.outside && isNear(rgb, i, mode, tolerance)) coloured[i] = 1
  }
  // What lies outside of the zones is unknown, not of another colour: a thing that is cut off there does not become thin.
  const others = coloured.map((value, i) => (value === 0 && zones[i] !== zone.outside ? 1 : 0))
  const depth = distanceTo(others, width, height)
  const { labels, count, area } = components(coloured, width, height)
  const inSearch = new Int32Array(count + 1)
  const inBox = new Int32Array(count + 1)
  const deepest = new Int32Array(count + 1)
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i]!
    if (k === 0) continue
    if (zones[i]! >= zone.search) inSearch[k]!++
    if (zones[i] === zone.box) inBox[k]!++
    if (depth[i]! > deepest[k]!) deepest[k] = depth[i]!
  }
  const deepLimit = Math.max(2, mostThickness * frame.letterHeight) * distanceUnit
  const accepted = new Uint8Array(count + 1)
  for (let k = 1; k <= count; k++) {
    const isStroke =
      inSearch[k]! >= (inBox[k]! > 0 ? leastInside : 1) * area[k]! && deepest[k]! <= deepLimit && area[k]! > 2
    if (isStroke) accepted[k] = 1
  }
  const mask = new Uint8Array(zones.length)
  let strokePixels = 0
  let colourPixels = 0
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i]!
    if (k === 0) continue
    if (zones[i] === zone.box) colourPixels++
    if (accepted[k] === 0) continue
    if (zones[i] === zone.ring && inSearch[k]! < wholeInside * area[k]!) continue
    mask[i] = 1
    if (zones[i] === zone.box) strokePixels++
  }
  return { mask, coverage: coverageOf(patch, mask), purity: strokePixels / Math.max(1, colourPixels) }
}

/** Share of the half-letter-wide columns of the box that have a piece of stroke in them. */
function coverageOf(patch: LinePatch, mask: Uint8Array): number {
  const { frame, width, zones } = patch
  const columns = columnsOf(frame, 0.5 * frame.letterHeight)
  const counts = new Int32Array(columns.count)
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0 || zones[i] !== zone.box) continue
    const x = i % width
    counts[columns.at(x, (i - x) / width)]!++
  }
  const enough = 0.1 * frame.letterHeight
  return counts.filter((count) => count >= enough).length / columns.count
}
