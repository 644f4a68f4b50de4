import type { BoxPx } from '#core/box'
import type { Size } from './moveBox'
import type { Point } from './point'
import { smallestPx } from './resizeBox'

const clamped = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** The upright box between two points, cut to the picture; null while it is too small to hold a word. */
export function drawnBox(from: Point, to: Point, picture: Size): BoxPx | null {
  const xs = [clamped(from.xPx, picture.width), clamped(to.xPx, picture.width)] as const
  const ys = [clamped(from.yPx, picture.height), clamped(to.yPx, picture.height)] as const
  const box = {
    xPx: Math.min(...xs),
    yPx: Math.min(...ys),
    widthPx: Math.abs(xs[1] - xs[0]),
    heightPx: Math.abs(ys[1] - ys[0]),
    angle: 0,
  }
  return box.widthPx >= smallestPx && box.heightPx >= smallestPx ? box : null
}
