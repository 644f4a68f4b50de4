/** A rectangle in pixels: `width` runs along the text, and `angle` turns it clockwise, in degrees, about its centre. */
export interface TurnedRect {
  readonly cx: number
  readonly cy: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** x, y, x, y, … */
export type Points = readonly number[]

/** A rectangle's own axes: `u` along the text, `v` down across it. */
export interface Axes {
  readonly ux: number
  readonly uy: number
}

/** Unit vector along a line that is turned by `angle` degrees, clockwise. */
export const axesOf = (angle: number): Axes => {
  const radians = (angle * Math.PI) / 180
  return { ux: Math.cos(radians), uy: Math.sin(radians) }
}

/** The smallest rectangle with this angle around the points. */
export function rectAround(points: Points, angle: number): TurnedRect {
  const { ux, uy } = axesOf(angle)
  let minU = Number.POSITIVE_INFINITY
  let maxU = Number.NEGATIVE_INFINITY
  let minV = Number.POSITIVE_INFINITY
  let maxV = Number.NEGATIVE_INFINITY
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!
    const y = points[i + 1]!
    const u = x * ux + y * uy
    const v = y * ux - x * uy
    if (u < minU) minU = u
    if (u > maxU) maxU = u
    if (v < minV) minV = v
    if (v > maxV) maxV = v
  }
  const u = (minU + maxU) / 2
  const v = (minV + maxV) / 2
  return { cx: u * ux - v * uy, cy: u * uy + v * ux, width: maxU - minU, height: maxV - minV, angle }
}

/** Top left, top right, bottom right, bottom left, as seen by somebody who reads the text. */
export function cornersOf({ cx, cy, width, height, angle }: TurnedRect): Points {
  const { ux, uy } = axesOf(angle)
  return [-1, -1, 1, -1, 1, 1, -1, 1].flatMap((_, i, signs) => {
    if (i % 2 === 1) return []
    const u = (signs[i]! * width) / 2
    const v = (signs[i + 1]! * height) / 2
    return [cx + u * ux - v * uy, cy + u * uy + v * ux]
  })
}

/** Convex hull, by Andrew's monotone chain. */
export function hullOf(points: Points): Points {
  const sorted: (readonly [number, number])[] = []
  for (let i = 0; i < points.length; i += 2) sorted.push([points[i]!, points[i + 1]!])
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted.flat()
  const half = (list: readonly (readonly [number, number])[]) => {
    const hull: (readonly [number, number])[] = []
    for (const p of list) {
      while (hull.length >= 2) {
        const [ax, ay] = hull.at(-2)!
        const [bx, by] = hull.at(-1)!
        if ((bx - ax) * (p[1] - ay) - (by - ay) * (p[0] - ax) > 0) break
        hull.pop()
      }
      hull.push(p)
    }
    hull.pop()
    return hull
  }
  return [...half(sorted), ...half(sorted.reverse())].flat()
}

/**
 * The rectangle of least area around a convex hull (one side of it lies on a side of the hull), with its angle in
 * (-90, 90]: its width is the longer side, unless the rectangle is nearly square; then it is the one nearer to level.
 */
export function leastRect(hull: Points): TurnedRect {
  let best = rectAround(hull, 0)
  for (let i = 0; i < hull.length; i += 2) {
    const j = (i + 2) % hull.length
    const degrees = (Math.atan2(hull[j + 1]! - hull[i + 1]!, hull[j]! - hull[i]!) * 180) / Math.PI
    const rect = rectAround(hull, ((((degrees + 45) % 90) + 90) % 90) - 45)
    if (rect.width * rect.height < best.width * best.height - 1e-6) best = rect
  }
  return best.height > best.width * 1.5 ? quarterTurned(best) : best
}

/** The same rectangle read along its other side. */
export const quarterTurned = ({ cx, cy, width, height, angle }: TurnedRect): TurnedRect => ({
  cx,
  cy,
  width: height,
  height: width,
  angle: angle <= 0 ? angle + 90 : angle - 90,
})

/** Grown by `u` at both ends of the line and by `v` above and below it. */
export const grown = (rect: TurnedRect, u: number, v: number): TurnedRect => ({
  ...rect,
  width: rect.width + 2 * u,
  height: rect.height + 2 * v,
})

/** The same rectangle on a picture that is shown with another scale and origin. */
export const placed = (rect: TurnedRect, scaleX: number, scaleY: number, dx: number, dy: number): TurnedRect => ({
  cx: rect.cx * scaleX + dx,
  cy: rect.cy * scaleY + dy,
  width: rect.width * scaleX,
  height: rect.height * scaleY,
  angle: rect.angle,
})
