import { connectedAreas } from '#workers/models/paddle/areas'
import { parameters } from '#workers/models/paddle/parameters'
import { hullOf, type Points, type TurnedRect } from '#workers/models/paddle/turnedRect'

/** The middle strip of a word or line, which is what the detector paints. */
export interface Core {
  /** Convex hull, in pixels of the picture. */
  readonly hull: Points
  /** Mean probability, 0..1. */
  readonly score: number
}

/** Smaller areas are noise: the detector halves its input before it paints. */
const leastPixels = 6

/**
 * Connected areas of the probability map that are at least `coreThreshold`.
 * @param shown the upright part of the picture that the map covers.
 */
export function findCores(map: Float32Array, width: number, height: number, shown: TurnedRect): readonly Core[] {
  const scaleX = shown.width / width
  const scaleY = shown.height / height
  const left = shown.cx - shown.width / 2
  const top = shown.cy - shown.height / 2
  const mask = new Uint8Array(map.length)
  for (let at = 0; at < map.length; at++) mask[at] = map[at]! >= parameters.coreThreshold ? 1 : 0
  return connectedAreas(mask, width, height).flatMap((area) => {
    const score = area.reduce((sum, at) => sum + map[at]!, 0) / area.length
    if (score < parameters.coreScore || area.length < leastPixels) return []
    const spans = new Map<number, [number, number]>()
    for (const at of area) {
      const x = at % width
      const y = (at - x) / width
      const span = spans.get(y)
      if (span === undefined) spans.set(y, [x, x])
      else if (x < span[0]) span[0] = x
      else if (x > span[1]) span[1] = x
    }
    const points = [...spans].flatMap(([y, [x0, x1]]) => {
      const l = left + x0 * scaleX
      const r = left + (x1 + 1) * scaleX
      const t = top + y * scaleY
      const b = top + (y + 1) * scaleY
      return [l, t, r, t, l, b, r, b]
    })
    return [{ hull: hullOf(points), score }]
  })
}
