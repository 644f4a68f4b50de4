import { parameters } from '#workers/models/paddle/parameters'
import { hullOf, type Points, type TurnedRect } from '#workers/models/paddle/turnedRect'

/** The middle strip of a word or line, which is what the detector paints. */
export interface Core {
  /** Convex hull, in pixels of the picture. */
  readonly hull: Points
  /** Mean probability, 0..1. */
  readonly score: number
}

/**
 * Connected areas (eight neighbours) of the probability map that are at least `coreThreshold`.
 * @param shown the upright part of the picture that the map covers.
 */
export function findCores(map: Float32Array, width: number, height: number, shown: TurnedRect): readonly Core[] {
  const seen = new Uint8Array(map.length)
  const stack: number[] = []
  const cores: Core[] = []
  const scaleX = shown.width / width
  const scaleY = shown.height / height
  const left = shown.cx - shown.width / 2
  const top = shown.cy - shown.height / 2
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || map[start]! < parameters.coreThreshold) continue
    seen[start] = 1
    stack.push(start)
    let sum = 0
    let count = 0
    const spans = new Map<number, [number, number]>()
    while (stack.length > 0) {
      const at = stack.pop()!
      const x = at % width
      const y = (at - x) / width
      sum += map[at]!
      count++
      const span = spans.get(y)
      if (span === undefined) spans.set(y, [x, x])
      else if (x < span[0]) span[0] = x
      else if (x > span[1]) span[1] = x
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const next = ny * width + nx
          if (seen[next] || map[next]! < parameters.coreThreshold) continue
          seen[next] = 1
          stack.push(next)
        }
      }
    }
    const score = sum / count
    if (score < parameters.coreScore || count < 6) continue
    const points: number[] = []
    for (const [y, [x0, x1]] of spans) {
      const l = left + x0 * scaleX
      const r = left + (x1 + 1) * scaleX
      const t = top + y * scaleY
      const b = top + (y + 1) * scaleY
      points.push(l, t, r, t, l, b, r, b)
    }
    cores.push({ hull: hullOf(points), score })
  }
  return cores
}
