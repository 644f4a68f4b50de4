import type { BoxPx } from '../box'

/** An upright rectangle by its edges, in pixels. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The upright rectangle around a box that may be turned. */
export function frameAround(box: BoxPx): Frame {
  const radians = (box.angle * Math.PI) / 180
  const cosine = Math.abs(Math.cos(radians))
  const sine = Math.abs(Math.sin(radians))
  const halfWidth = (box.widthPx * cosine + box.heightPx * sine) / 2
  const halfHeight = (box.widthPx * sine + box.heightPx * cosine) / 2
  const x = box.xPx + box.widthPx / 2
  const y = box.yPx + box.heightPx / 2
  return { left: x - halfWidth, top: y - halfHeight, right: x + halfWidth, bottom: y + halfHeight }
}

/** The frame as a box turned by `angle` degrees; a frame inside out becomes an empty box. */
export const frameToBox = (frame: Frame, angle = 0): BoxPx => ({
  xPx: frame.left,
  yPx: frame.top,
  widthPx: Math.max(0, frame.right - frame.left),
  heightPx: Math.max(0, frame.bottom - frame.top),
  angle,
})

/** Whether two frames share more than an edge. */
export const overlap = (one: Frame, other: Frame): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** The part of one frame that is inside the other. */
export const inside = (frame: Frame, outer: Frame): Frame => ({
  left: Math.max(frame.left, outer.left),
  top: Math.max(frame.top, outer.top),
  right: Math.min(frame.right, outer.right),
  bottom: Math.min(frame.bottom, outer.bottom),
})

/** The part of a box that another one, turned by about as much, covers; in the first one's own frame. */
export function sharedPart(box: BoxPx, other: BoxPx): BoxPx {
  const radians = (box.angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  const dx = other.xPx + other.widthPx / 2 - box.xPx - box.widthPx / 2
  const dy = other.yPx + other.heightPx / 2 - box.yPx - box.heightPx / 2
  const along = dx * cosine + dy * sine
  const across = -dx * sine + dy * cosine
  const left = Math.max(-box.widthPx / 2, along - other.widthPx / 2)
  const right = Math.min(box.widthPx / 2, along + other.widthPx / 2)
  const top = Math.max(-box.heightPx / 2, across - other.heightPx / 2)
  const bottom = Math.min(box.heightPx / 2, across + other.heightPx / 2)
  const [u, v] = [(left + right) / 2, (top + bottom) / 2]
  const widthPx = Math.max(0, right - left)
  const heightPx = Math.max(0, bottom - top)
  const x = box.xPx + box.widthPx / 2 + u * cosine - v * sine
  const y = box.yPx + box.heightPx / 2 + u * sine + v * cosine
  return { xPx: x - widthPx / 2, yPx: y - heightPx / 2, widthPx, heightPx, angle: box.angle }
}
