import type { BoxPx } from '#core/box'
import { boxLimits } from './boxLimits'
import { keptOn, type Size } from './moveBox'
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

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/**
 * A turned box pulled at one of its handles; the opposite edge or corner stays where it is, and so does the angle.
 * @param to where the handle goes, in pixels of the picture
 * @param keepShape corners keep width to height as they are
 */
export function resizeBox(box: BoxPx, handle: Handle, to: Point, picture: Size, keepShape = false): BoxPx {
  const { smallest, largest } = boxLimits(picture)
  const fixed = placeOn(box, -handle.across, -handle.down)
  const pull = turned({ xPx: to.xPx - fixed.xPx, yPx: to.yPx - fixed.yPx }, -box.angle)
  const width = handle.across === 0 ? box.widthPx : within(pull.xPx * handle.across, smallest.width, largest.width)
  const height = handle.down === 0 ? box.heightPx : within(pull.yPx * handle.down, smallest.height, largest.height)
  const isCorner = handle.across !== 0 && handle.down !== 0
  if (!keepShape || !isCorner) return keptOn(picture, anchored(fixed, handle, width, height, box.angle))
  const scale = within(
    Math.max(width / box.widthPx, height / box.heightPx),
    Math.max(smallest.width / box.widthPx, smallest.height / box.heightPx),
    Math.min(largest.width / box.widthPx, largest.height / box.heightPx),
  )
  return keptOn(picture, anchored(fixed, handle, box.widthPx * scale, box.heightPx * scale, box.angle))
}

/** The box of this size whose place opposite of `handle` is `fixed`. */
function anchored(fixed: Point, handle: Handle, widthPx: number, heightPx: number, angle: number): BoxPx {
  const arm = turned({ xPx: (handle.across * widthPx) / 2, yPx: (handle.down * heightPx) / 2 }, angle)
  const [xPx, yPx] = [fixed.xPx + arm.xPx - widthPx / 2, fixed.yPx + arm.yPx - heightPx / 2]
  return { xPx, yPx, widthPx, heightPx, angle }
}
