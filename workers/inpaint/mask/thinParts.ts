import { columnsOf } from '#workers/inpaint/mask/alongLine'
import { type ColourMode, isNear } from '#workers/inpaint/mask/colourModes'
import { distanceTo, distanceUnit, within } from '#workers/inpaint/mask/distance'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** Of a piece that is no stroke as a whole, parts thinner than this (radius as a share of the letter height) may be strokes. */
const thinShare = 0.2

/**
 * Letters that run into something of their colour are no pieces of their own: their thin parts in the box, which an opening takes away, are
 * found here. Where all the ground has that colour, only in places along the line that have far fewer strokes than
 * usual: the gaps between letters are thin parts there.
 * @returns per pixel: 1 on such a part
 */
export function thinParts(patch: LinePatch, mode: ColourMode, tolerance: number, strokes: Uint8Array): Uint8Array {
  const { rgb, frame, width, height, zones, foreign } = patch
  const columns = columnsOf(frame, 0.5 * frame.letterHeight)
  const counts = new Int32Array(columns.count)
  const ring = new Int32Array(columns.count)
  const ringOfColour = new Int32Array(columns.count)
  const others = new Uint8Array(zones.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const coloured = zones[i] !== zone.outside && isNear(rgb, i, mode, tolerance)
      if (!coloured) others[i] = 1
      if (strokes[i] === 1) counts[columns.at(x, y)]!++
      if (zones[i] !== zone.ring || foreign[i] === 1) continue
      const column = columns.at(x, y)
      ring[column]!++
      if (coloured) ringOfColour[column]!++
    }
  }
  const usual = [...counts].filter((count) => count > 0).sort((a, b) => a - b)
  const few = 0.35 * (usual[usual.length >> 1] ?? 0)
  const radius = thinShare * frame.letterHeight
  const depth = distanceTo(others, width, height)
  const thick = within(depth, radius * distanceUnit).map((value) => 1 - value)
  const fromThick = distanceTo(thick, width, height)
  const reach = (radius + 1.5) * distanceUnit
  const thin = new Uint8Array(zones.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (zones[i] !== zone.box || others[i] === 1 || strokes[i] === 1 || fromThick[i]! <= reach) continue
      const column = columns.at(x, y)
      if (counts[column]! < few || ringOfColour[column]! <= 0.4 * ring[column]!) thin[i] = 1
    }
  }
  return thin
}
