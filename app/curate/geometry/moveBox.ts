import type { BoxPx } from '#core/box'
import { centreOf, type Point } from './point'

/** A picture's size in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** The point of a picture that is nearest to a point beside it. */
export const nearestOn = ({ width, height }: Size, { xPx, yPx }: Point): Point => ({
  xPx: within(xPx, width),
  yPx: within(yPx, height),
})

/** A box pushed so that its middle is on the picture: further out nobody would find it again. */
export function keptOn(picture: Size, box: BoxPx): BoxPx {
  const centre = centreOf(box)
  const to = nearestOn(picture, centre)
  return { ...box, xPx: box.xPx + to.xPx - centre.xPx, yPx: box.yPx + to.yPx - centre.yPx }
}

/** A box moved by so many pixels, its middle still on the picture. */
export const moveBox = (box: BoxPx, acrossPx: number, downPx: number, picture: Size): BoxPx =>
  keptOn(picture, { ...box, xPx: box.xPx + acrossPx, yPx: box.yPx + downPx })
