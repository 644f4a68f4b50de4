import type { BoxPx } from '#core/box'
import { type Point, placeOn, turned } from './point'

/** Where a box is held: −1 its left or upper edge, 1 its right or lower one, 0 neither. */
export interface Handle {
  readonly across: -1 | 0 | 1
  readonly down: -1 | 0 | 1
}

/** The eight handles, clockwise from the upper left corner. */
export const handles: readonly Handle[] = [
  { across: -1, down: -1 },
  { across: 0, down: -1 },
  { across: 1, down: -1 },
  { across: 1, down: 0 },
  { across: 1, down: 1 },
  { across: 0, down: 1 },
  { across: -1, down: 1 },
  { across: -1, down: 0 },
]

/** Nothing smaller can be held again, or hold a letter. */
export const smallestPx = 8

/**
 * A turned box pulled at one of its handles; the opposite edge or corner stays where it is, and so does the angle.
 * @param to where the handle goes, in pixels of the picture
 * @param keepShape corners keep width to height as they are
 */
export function resizeBox(box: BoxPx, handle: Handle, to: Point, keepShape = false): BoxPx {
  const fixed = placeOn(box, -handle.across, -handle.down)
  const pull = turned({ xPx: to.xPx - fixed.xPx, yPx: to.yPx - fixed.yPx }, -box.angle)
  let widthPx = handle.across === 0 ? box.widthPx : Math.max(smallestPx, pull.xPx * handle.across)
  let heightPx = handle.down === 0 ? box.heightPx : Math.max(smallestPx, pull.yPx * handle.down)
  if (keepShape && handle.across !== 0 && handle.down !== 0) {
    const scale = Math.max(
      widthPx / box.widthPx,
      heightPx / box.heightPx,
      smallestPx / box.widthPx,
      smallestPx / box.heightPx,
    )
    widthPx = box.widthPx * scale
    heightPx = box.heightPx * scale
  }
  return anchored(fixed, handle, widthPx, heightPx, box.angle)
}

/** The box of this size whose place opposite of `handle` is `fixed`. */
function anchored(fixed: Point, handle: Handle, widthPx: number, heightPx: number, angle: number): BoxPx {
  const arm = turned({ xPx: (handle.across * widthPx) / 2, yPx: (handle.down * heightPx) / 2 }, angle)
  return {
    xPx: fixed.xPx + arm.xPx - widthPx / 2,
    yPx: fixed.yPx + arm.yPx - heightPx / 2,
    widthPx,
    heightPx,
    angle,
  }
}
