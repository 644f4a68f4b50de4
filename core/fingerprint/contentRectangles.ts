import type { Bitmap } from '#core/bitmap'

/** An upright part of a picture in whole pixels: `right` and `bottom` are one past the last. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Largest difference (0..255, a channel) from a frame's colour that is noise of compression. */
const tolerance = 20
/** A line of a border is of one colour nearly throughout. */
const plainShare = 0.97
/** Between the plain lines of a caption bar, or of a screenshot's interface, words and buttons take this share of the height at most. */
const gapShare = 0.16
/** What is left must be at least this share of the picture, in each direction. */
const leastShare = 0.2

type Side = 'left' | 'top' | 'right' | 'bottom'

/**
 * Where the picture proper may be in a small RGB bitmap, most likely first: without borders, without bars and interface above and below (words
 * may stand on them), and as it is. A plain ground that belongs to the picture itself cannot be told from a frame, so all are
 * guesses; those that hardly differ are given once.
 */
export function contentRectangles(bitmap: Bitmap): readonly Rect[] {
  const whole: Rect = { left: 0, top: 0, right: bitmap.width, bottom: bitmap.height }
  const withoutBorder = trimmed(bitmap, whole, borders, 0)
  const withoutBars = (from: Rect) => trimmed(bitmap, from, ['top', 'bottom'], gapShare)
  const guesses = [
    withoutBorder,
    withoutBars(withoutBorder),
    withoutBars(whole),
    trimmed(bitmap, withoutBars(whole), borders, 0),
    trimmed(bitmap, whole, ['top'], gapShare),
    whole,
  ]
  const rects: Rect[] = []
  for (const rect of guesses) if (!rects.some((other) => alike(rect, other, bitmap))) rects.push(rect)
  return rects
}

/** Twice around: a border may stand inside of another. */
const borders: readonly Side[] = ['top', 'bottom', 'left', 'right', 'top', 'bottom', 'left', 'right']

/** Takes plain lines of a side's own colour off, and what stands between them when that is at most `gap` of the picture's height. */
function trimmed(bitmap: Bitmap, from: Rect, sides: readonly Side[], gap: number): Rect {
  const rect = { ...from }
  for (const side of sides) {
    const along = side === 'top' || side === 'bottom'
    const step = side === 'left' || side === 'top' ? 1 : -1
    const least = leastShare * (along ? bitmap.height : bitmap.width)
    const most = gap * bitmap.height
    const colour = lineColour(bitmap, rect, side)
    const size = () => (along ? rect.bottom - rect.top : rect.right - rect.left)
    const start = rect[side]
    let edge = start
    while (size() > least && Math.abs(rect[side] - edge) <= most) {
      const isPlain = shareOf(bitmap, rect, side, colour) >= plainShare
      rect[side] += step
      if (isPlain) edge = rect[side]
      else if (gap === 0) break
    }
    // Nothing but frame: then it was none.
    rect[side] = size() <= least && Math.abs(rect[side] - edge) <= 1 ? start : edge
  }
  return rect
}

/** Calls `visit` with the offset of each pixel of the outermost line of `rect` on a side. */
function alongLine({ width }: Bitmap, rect: Rect, side: Side, visit: (offset: number) => void): void {
  if (side === 'top' || side === 'bottom') {
    const y = side === 'top' ? rect.top : rect.bottom - 1
    for (let x = rect.left; x < rect.right; x++) visit((y * width + x) * 3)
  } else {
    const x = side === 'left' ? rect.left : rect.right - 1
    for (let y = rect.top; y < rect.bottom; y++) visit((y * width + x) * 3)
  }
}

/** The median of each channel, by counting: sorting took a fifth of the search for rectangles. */
function lineColour(bitmap: Bitmap, rect: Rect, side: Side): readonly number[] {
  const counts = new Uint32Array(3 * 256)
  let length = 0
  alongLine(bitmap, rect, side, (offset) => {
    for (let c = 0; c < 3; c++) counts[c * 256 + bitmap.data[offset + c]!]!++
    length++
  })
  return [0, 1, 2].map((c) => valueAt(counts.subarray(c * 256, (c + 1) * 256), length >> 1))
}

/** What stands at `index` of the values in order; 0 when there are none. */
function valueAt(counts: Uint32Array, index: number): number {
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen > index) return value
  }
  return 0
}

function shareOf(bitmap: Bitmap, rect: Rect, side: Side, colour: readonly number[]): number {
  let near = 0
  let all = 0
  alongLine(bitmap, rect, side, (offset) => {
    all++
    const isNear =
      Math.abs(bitmap.data[offset]! - colour[0]!) <= tolerance &&
      Math.abs(bitmap.data[offset + 1]! - colour[1]!) <= tolerance &&
      Math.abs(bitmap.data[offset + 2]! - colour[2]!) <= tolerance
    if (isNear) near++
  })
  return near / Math.max(1, all)
}

const alike = (a: Rect, b: Rect, { width, height }: Bitmap): boolean =>
  Math.max(Math.abs(a.left - b.left), Math.abs(a.right - b.right)) <= 0.02 * width &&
  Math.max(Math.abs(a.top - b.top), Math.abs(a.bottom - b.bottom)) <= 0.02 * height
