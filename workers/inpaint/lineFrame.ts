import { type Box, toPx } from '#core/box'
import type { Rectangle } from '#workers/inpaint/types'

/** A line's turned box in pixels: a point's distance from `centre` along (`cos`, `sin`) is at most `halfWidth`, across it `halfHeight`. */
export interface LineFrame {
  readonly centreX: number
  readonly centreY: number
  readonly cos: number
  readonly sin: number
  readonly halfWidth: number
  readonly halfHeight: number
  /** Height of the letters with their outline, in pixels: every distance of the mask is a share of it. */
  readonly letterHeight: number
}

/** The frame of `box` on a picture of `width` by `height` pixels, seen at one `scale`-th of its size. */
export function lineFrame(box: Box, width: number, height: number, scale: number): LineFrame {
  const { xPx, yPx, widthPx, heightPx, angle } = toPx(box, width, height)
  const radians = (angle * Math.PI) / 180
  return {
    centreX: (xPx + widthPx / 2) / scale,
    centreY: (yPx + heightPx / 2) / scale,
    cos: Math.cos(radians),
    sin: Math.sin(radians),
    halfWidth: widthPx / 2 / scale,
    halfHeight: heightPx / 2 / scale,
    // A lone I or l is higher than wide; a box far higher than wide holds a column of letters.
    letterHeight: Math.max(1, Math.min(heightPx, widthPx * 4) / scale),
  }
}

/** The frame moved so that the point (`x`, `y`) becomes the origin. */
export const movedFrame = (frame: LineFrame, x: number, y: number): LineFrame => ({
  ...frame,
  centreX: frame.centreX - x,
  centreY: frame.centreY - y,
})

/** The frame as seen on a picture `scale` times smaller. */
export const shrunkFrame = (frame: LineFrame, scale: number): LineFrame => ({
  ...frame,
  centreX: frame.centreX / scale,
  centreY: frame.centreY / scale,
  halfWidth: frame.halfWidth / scale,
  halfHeight: frame.halfHeight / scale,
  letterHeight: frame.letterHeight / scale,
})

/** The upright rectangle around the frame grown by `margin` pixels, cut to the picture. May be empty (`x1 <= x0`). */
export function frameBounds(frame: LineFrame, margin: number, width: number, height: number): Rectangle {
  const { centreX, centreY, cos, sin } = frame
  const reachX = Math.abs(cos) * (frame.halfWidth + margin) + Math.abs(sin) * (frame.halfHeight + margin)
  const reachY = Math.abs(sin) * (frame.halfWidth + margin) + Math.abs(cos) * (frame.halfHeight + margin)
  return {
    x0: Math.max(0, Math.floor(centreX - reachX)),
    y0: Math.max(0, Math.floor(centreY - reachY)),
    x1: Math.min(width, Math.ceil(centreX + reachX)),
    y1: Math.min(height, Math.ceil(centreY + reachY)),
  }
}

/** How far the centre of pixel (`x`, `y`) lies outside the frame, in pixels; negative inside (larger of both directions). */
export function distanceOutside(frame: LineFrame, x: number, y: number): number {
  const dx = x + 0.5 - frame.centreX
  const dy = y + 0.5 - frame.centreY
  const along = Math.abs(dx * frame.cos + dy * frame.sin) - frame.halfWidth
  const across = Math.abs(dy * frame.cos - dx * frame.sin) - frame.halfHeight
  return Math.max(along, across)
}
