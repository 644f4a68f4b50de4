import type { BoxPx } from '#core/box'
import { centreOf, type Point } from './point'

/** Angles that a hand usually means: multiples of this, … */
const usualStep = 15
/** … when it is this near to one, in degrees. */
const usualReach = 3

/** Degrees in −180 < angle ≤ 180, to a tenth. */
export function tidyAngle(degrees: number): number {
  const rest = ((degrees % 360) + 360) % 360
  const tenth = Math.round((rest > 180 ? rest - 360 : rest) * 10) / 10
  return tenth === -180 ? 180 : tenth + 0
}

const directionOf = (centre: Point, to: Point): number =>
  (Math.atan2(to.yPx - centre.yPx, to.xPx - centre.xPx) * 180) / Math.PI

/**
 * The box turned about its middle as a hand turns it that took hold at one point and is at another now.
 * @param snap let near angles become multiples of 15°
 */
export function turnBox(box: BoxPx, from: Point, to: Point, snap: boolean): BoxPx {
  const centre = centreOf(box)
  const degrees = box.angle + directionOf(centre, to) - directionOf(centre, from)
  const usual = Math.round(degrees / usualStep) * usualStep
  return { ...box, angle: tidyAngle(snap && Math.abs(degrees - usual) <= usualReach ? usual : degrees) }
}
