import { type Box, toPx } from '../box'
import { frameAround, inside } from './frame'

/** Words and a box share a place when they have this much of the smaller of both in common. */
const mostShared = 0.25

/** Whether words that stay on a picture leave no room for others in a box. @param width, height of the picture, in pixels */
export function standsIn(words: Box, box: Box, width: number, height: number): boolean {
  const one = frameAround(toPx(words, width, height))
  const other = frameAround(toPx(box, width, height))
  return areaOf(inside(one, other)) >= mostShared * Math.min(areaOf(one), areaOf(other))
}

const areaOf = ({ left, top, right, bottom }: ReturnType<typeof inside>): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top)
