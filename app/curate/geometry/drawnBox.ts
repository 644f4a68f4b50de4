import type { BoxPx } from '#core/box'
import { boxLimits } from './boxLimits'
import { nearestOn, type Size } from './moveBox'
import type { Point } from './point'

/** The upright box between two points, cut to the picture; null while it is too small to hold a word. */
export function drawnBox(from: Point, to: Point, picture: Size): BoxPx | null {
  const [one, other] = [nearestOn(picture, from), nearestOn(picture, to)]
  const box = {
    xPx: Math.min(one.xPx, other.xPx),
    yPx: Math.min(one.yPx, other.yPx),
    widthPx: Math.abs(other.xPx - one.xPx),
    heightPx: Math.abs(other.yPx - one.yPx),
    angle: 0,
  }
  const { smallest } = boxLimits(picture)
  return box.widthPx >= smallest.width && box.heightPx >= smallest.height ? box : null
}
