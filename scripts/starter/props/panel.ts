import { clipped } from '../drawing/effects'
import { placed, rect } from '../drawing/shapes'

/** One panel of several: what is drawn in its own pixels, cut at its edges. */
export const panel = (x: number, y: number, width: number, height: number, content: string): string =>
  clipped(placed(content, { x, y }), rect(x, y, width, height, { fill: '#000' }))
