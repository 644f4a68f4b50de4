import type { TextLine } from '#core/text'
import { distanceOutside, frameBounds, lineFrame } from '#workers/inpaint/lineFrame'

/** Per pixel of a picture of this size: 1 in the lines' boxes grown by `margin` of a line's height, else 0. */
export function linesMask(lines: readonly TextLine[], width: number, height: number, margin: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (const { box } of lines) {
    const frame = lineFrame(box, width, height, 1)
    const reach = Math.max(1, margin * frame.letterHeight)
    const { x0, y0, x1, y1 } = frameBounds(frame, reach, width, height)
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) if (distanceOutside(frame, x, y) <= reach) mask[y * width + x] = 1
    }
  }
  return mask
}
