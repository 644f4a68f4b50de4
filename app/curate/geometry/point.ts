import type { BoxPx } from '#core/box'

/** A place on a picture, in its pixels. */
export interface Point {
  readonly xPx: number
  readonly yPx: number
}

/** The edges of an upright rectangle on a picture, in its pixels. */
export interface Bounds {
  readonly leftPx: number
  readonly topPx: number
  readonly rightPx: number
  readonly bottomPx: number
}

/** A point turned clockwise about the origin. */
export function turned({ xPx, yPx }: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  return { xPx: xPx * cosine - yPx * sine, yPx: xPx * sine + yPx * cosine }
}

/** The middle of a box, about which it turns. */
export const centreOf = (box: BoxPx): Point => ({
  xPx: box.xPx + box.widthPx / 2,
  yPx: box.yPx + box.heightPx / 2,
})

/**
 * A place of a turned box.
 * @param across −1 its left edge, 0 its middle, 1 its right edge
 * @param down −1 its upper edge, 1 its lower edge
 */
export function placeOn(box: BoxPx, across: number, down: number): Point {
  const centre = centreOf(box)
  const arm = turned({ xPx: (across * box.widthPx) / 2, yPx: (down * box.heightPx) / 2 }, box.angle)
  return { xPx: centre.xPx + arm.xPx, yPx: centre.yPx + arm.yPx }
}

/** The smallest upright rectangle round a turned box. */
export function boundsOf(box: BoxPx): Bounds {
  const corners = [placeOn(box, -1, -1), placeOn(box, 1, -1), placeOn(box, 1, 1), placeOn(box, -1, 1)]
  const [xs, ys] = [corners.map(({ xPx }) => xPx), corners.map(({ yPx }) => yPx)]
  return { leftPx: Math.min(...xs), topPx: Math.min(...ys), rightPx: Math.max(...xs), bottomPx: Math.max(...ys) }
}
