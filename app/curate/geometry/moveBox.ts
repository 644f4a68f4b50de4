import type { BoxPx } from '#core/box'
import { centreOf } from './point'

/** A picture's size in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** A box pushed so that its middle is on the picture: further out nobody would find it again. */
export function keptOn(picture: Size, box: BoxPx): BoxPx {
  const { xPx, yPx } = centreOf(box)
  return {
    ...box,
    xPx: box.xPx + within(xPx, picture.width) - xPx,
    yPx: box.yPx + within(yPx, picture.height) - yPx,
  }
}

/** A box moved by so many pixels, its middle still on the picture. */
export const moveBox = (box: BoxPx, acrossPx: number, downPx: number, picture: Size): BoxPx =>
  keptOn(picture, { ...box, xPx: box.xPx + acrossPx, yPx: box.yPx + downPx })
