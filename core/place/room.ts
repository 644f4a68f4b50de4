import type { BoxPx } from '../box'
import { type Frame, frameAround, frameToBox, inside } from './frame'

/** Free border of the picture that no lettering enters, as a fraction of its shorter side. */
const margin = 0.02

/** A picture of `width` × `height` px without its free border. */
export const safeFrame = (width: number, height: number): Frame => {
  const edge = Math.min(width, height) * margin
  return { left: edge, top: edge, right: width - edge, bottom: height - edge }
}

/** Cuts a frame half way to a neighbour, on the side where the two are farthest apart; the neighbour's own cut meets it there. */
function cutAt(frame: Frame, own: Frame, neighbour: Frame): Frame {
  const gaps = {
    right: neighbour.left - own.right,
    left: own.left - neighbour.right,
    bottom: neighbour.top - own.bottom,
    top: own.top - neighbour.bottom,
  }
  const widest = Math.max(...Object.values(gaps))
  // Boxes that overlap already keep to themselves.
  if (widest < 0) return inside(frame, own)
  if (gaps.right === widest) return { ...frame, right: Math.min(frame.right, own.right + widest / 2) }
  if (gaps.left === widest) return { ...frame, left: Math.max(frame.left, own.left - widest / 2) }
  if (gaps.bottom === widest) return { ...frame, bottom: Math.min(frame.bottom, own.bottom + widest / 2) }
  return { ...frame, top: Math.max(frame.top, own.top - widest / 2) }
}

/** Along one axis: `length` of space around the span, kept to an end of the picture where the span lies near it. */
function spread(low: number, high: number, length: number, end: number): readonly [number, number] {
  if (low < end * 0.15 && high < end * 0.6) return [Math.min(low, end * 0.02), Math.min(low, end * 0.02) + length]
  if (high > end * 0.85 && low > end * 0.4) return [Math.max(high, end * 0.98) - length, Math.max(high, end * 0.98)]
  const middle = (low + high) / 2
  const half = Math.min(length / 2, Math.max(middle, end - middle))
  return [middle - half, middle + half]
}

/**
 * How far the words that replace old ones may spread: about twice the old place, a classic caption's over the picture's whole
 * width, always free of the neighbours' places and inside the picture. A turned place keeps its centre and grows a little.
 */
export function roomAround(box: BoxPx, neighbours: readonly BoxPx[], width: number, height: number): BoxPx {
  const own = frameAround(box)
  const safe = safeFrame(width, height)
  if (box.angle !== 0) return grownTurned(box, neighbours.map(frameAround), safe)
  const isWide = box.widthPx > width * 0.45
  const middle = Math.abs(own.left + own.right - width) / 2 < width * 0.08
  const roomWidth = isWide || middle ? width : Math.max(2 * box.widthPx, width * 0.3)
  const roomHeight = Math.max(2.2 * box.heightPx, height * (isWide ? 0.3 : 0.2))
  const centre = (own.left + own.right) / 2
  const [top, bottom] = spread(own.top, own.bottom, roomHeight, height)
  const wished = {
    left: Math.min(own.left, centre - roomWidth / 2),
    right: Math.max(own.right, centre + roomWidth / 2),
    top: Math.min(top, own.top),
    bottom: Math.max(bottom, own.bottom),
  }
  const free = neighbours.reduce((frame, neighbour) => cutAt(frame, own, frameAround(neighbour)), wished)
  // Old words may stand nearer to the edge than the margin; theirs is the place.
  const outer = {
    left: Math.max(0, Math.min(safe.left, own.left)),
    top: Math.max(0, Math.min(safe.top, own.top)),
    right: Math.min(width, Math.max(safe.right, own.right)),
    bottom: Math.min(height, Math.max(safe.bottom, own.bottom)),
  }
  return frameToBox(inside(free, outer))
}

const scaled = (box: BoxPx, factor: number): BoxPx => ({
  xPx: box.xPx - (box.widthPx * (factor - 1)) / 2,
  yPx: box.yPx - (box.heightPx * (factor - 1)) / 2,
  widthPx: box.widthPx * factor,
  heightPx: box.heightPx * factor,
  angle: box.angle,
})

function grownTurned(box: BoxPx, neighbours: readonly Frame[], safe: Frame): BoxPx {
  const fits = (candidate: BoxPx): boolean => {
    const frame = frameAround(candidate)
    const within =
      frame.left >= safe.left && frame.top >= safe.top && frame.right <= safe.right && frame.bottom <= safe.bottom
    return (
      within &&
      neighbours.every(
        (other) =>
          frame.right <= other.left ||
          other.right <= frame.left ||
          frame.bottom <= other.top ||
          other.bottom <= frame.top,
      )
    )
  }
  const factors = [1.5, 1.3, 1.15, 1, 0.9, 0.8, 0.7]
  const factor = factors.find((candidate) => fits(scaled(box, candidate)))
  return scaled(box, factor ?? 0.7)
}
