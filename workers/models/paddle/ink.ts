import type { Bitmap } from '#core/bitmap'
import { connectedAreas } from '#workers/models/paddle/areas'
import { type Normalization, sampleRect } from '#workers/models/paddle/sample'
import { axesOf, grown, type TurnedRect } from '#workers/models/paddle/turnedRect'

/** The rectangle's height has this many rows in the cut that is looked at. */
const rows = 24
/** Room looked at around the rectangle, as a share of its height. */
const room = 0.35
/** An outline is at most this share of the height, … */
const mostOutline = 0.125
/** … and usually this one, for light letters on a dark ground where its end cannot be seen. */
const usualOutline = 0.06

/** Ink that ends further inside the detected rectangle than this share of its height lacks letters. */
const mostMissed = 0.35
/** Letters must fill at least this share of the rectangle's width, or they were not told from what is behind them. */
const leastShare = 0.6

const plain: Normalization = { channels: [0, 1, 2], scale: [1, 1, 1], shift: [0, 0, 0] }

export interface FittedRect {
  readonly ink: TurnedRect
  /** As high as the ink, and long enough for letters that the ink may lack: what is to be read. */
  readonly whole: TurnedRect
}

interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Splits the cut's pixels in two colours, which are those of the letters and of what is next to them: two means over the
 * middle strip, where both are sure to be. They start as the darkest and the lightest tenth.
 */
function twoColours(planes: Float32Array, width: number, height: number, margin: number): Uint8Array {
  const size = width * height
  const first = Math.round(height * 0.35)
  const last = Math.round(height * 0.65)
  let [r, g, b] = [1, 1, 1]
  const along = (at: number) => planes[at]! * r + planes[size + at]! * g + planes[2 * size + at]! * b
  const brightness: number[] = []
  for (let y = first; y < last; y++) for (let x = margin; x < width - margin; x++) brightness.push(along(y * width + x))
  brightness.sort((p, q) => p - q)
  const tenth = (share: number) => brightness[Math.floor(brightness.length * share)] ?? 0
  let cut = (tenth(0.1) + tenth(0.9)) / 2
  for (let round = 0; round < 3; round++) {
    const sums = new Float64Array(8)
    for (let y = first; y < last; y++) {
      for (let x = margin; x < width - margin; x++) {
        const at = y * width + x
        const side = along(at) > cut ? 4 : 0
        sums[side]! += planes[at]!
        sums[side + 1]! += planes[size + at]!
        sums[side + 2]! += planes[2 * size + at]!
        sums[side + 3]! += 1
      }
    }
    const [dark, light] = [sums[3]!, sums[7]!]
    if (dark === 0 || light === 0) break
    const mean = (channel: number) => [sums[channel]! / dark, sums[channel + 4]! / light] as const
    const [red, green, blue] = [mean(0), mean(1), mean(2)]
    r = red[1] - red[0]
    g = green[1] - green[0]
    b = blue[1] - blue[0]
    cut = (r * (red[0] + red[1]) + g * (green[0] + green[1]) + b * (blue[0] + blue[1])) / 2
  }
  const mask = new Uint8Array(size)
  for (let at = 0; at < size; at++) mask[at] = along(at) > cut ? 1 : 0
  return mask
}

/** The pixels of one colour that form letters: they cross the middle and end inside the cut. */
function lettersOf(
  mask: Uint8Array,
  width: number,
  height: number,
  value: number,
): { ink: Uint8Array; extent: Extent | null; share: number } {
  const ink = new Uint8Array(mask.length)
  const columns = new Uint8Array(width)
  let extent: Extent | null = null as Extent | null
  for (const area of connectedAreas(mask, width, height, value)) {
    if (area.length < 8) continue
    let left = width
    let right = -1
    let top = height
    let bottom = -1
    for (const at of area) {
      const x = at % width
      const y = (at - x) / width
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    const crosses = top < height * 0.55 && bottom > height * 0.45
    const ends = left > 0 && right < width - 1 && top > 0 && bottom < height - 1
    if (!crosses || !ends) continue
    for (const at of area) ink[at] = 1
    columns.fill(1, left, right + 1)
    extent = {
      left: Math.min(left, extent?.left ?? left),
      right: Math.max(right, extent?.right ?? right),
      top: Math.min(top, extent?.top ?? top),
      bottom: Math.max(bottom, extent?.bottom ?? bottom),
    }
  }
  return { ink, extent, share: columns.reduce((sum, column) => sum + column, 0) / width }
}

/**
 * How many pixels further the letters' surroundings are all of the other colour before the picture begins: their outline.
 * Where it goes on beyond the limit, dark letters stand on a plain ground.
 */
function outlineOf(
  ink: Uint8Array,
  mask: Uint8Array,
  width: number,
  height: number,
  value: number,
  most: number,
): number {
  let reached = ink
  for (let distance = 1; distance <= most; distance++) {
    const next = reached.slice()
    let ring = 0
    let other = 0
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x
        if (reached[at] || !(reached[at - 1] || reached[at + 1] || reached[at - width] || reached[at + width])) continue
        next[at] = 1
        ring++
        if (mask[at] !== value) other++
      }
    }
    if (ring === 0 || other < 0.85 * ring) return distance - 1
    reached = next
  }
  return value === 1 ? rows * usualOutline : 0
}

/**
 * Moves a detected rectangle's sides to the ink of its letters, outline included. A side stays as it was where letters
 * cannot be told from what is behind them.
 */
export function fitToInk(bitmap: Bitmap, rect: TurnedRect): FittedRect {
  const scale = rows / rect.height
  const cut = grown(rect, rect.height * room, rect.height * room)
  const width = Math.round(cut.width * scale)
  const height = Math.round(cut.height * scale)
  const planes = new Float32Array(3 * width * height)
  sampleRect(bitmap, cut, width, height, plain, planes)
  const mask = twoColours(planes, width, height, Math.round(rows * room))
  const best = [0, 1]
    .map((value) => ({ value, ...lettersOf(mask, width, height, value) }))
    .filter(({ extent, share }) => extent !== null && share * cut.width >= leastShare * rect.width)
    // A label inside the cut is an area of its own around the letters: the inner of the two is the ink.
    .sort((a, b) => a.extent!.bottom - a.extent!.top - (b.extent!.bottom - b.extent!.top))[0]
  if (best?.extent == null) return { ink: rect, whole: rect }
  const outline = outlineOf(best.ink, mask, width, height, best.value, Math.round(rows * mostOutline))
  const margin = rows * room
  const missed = rows * mostMissed
  const near = (side: number, detected: number, inwards: number) =>
    (side - detected) * inwards > missed ? detected : side
  const ink = {
    left: near(best.extent.left - outline, margin, 1),
    right: near(best.extent.right + 1 + outline, width - margin, -1),
    top: near(best.extent.top - outline, margin, 1),
    bottom: near(best.extent.bottom + 1 + outline, height - margin, -1),
  }
  const onPicture = ({ left, right, top, bottom }: Extent): TurnedRect => {
    const { ux, uy } = axesOf(rect.angle)
    const u = ((left + right - width) / 2) * (cut.width / width)
    const v = ((top + bottom - height) / 2) * (cut.height / height)
    return {
      cx: rect.cx + u * ux - v * uy,
      cy: rect.cy + u * uy + v * ux,
      width: ((right - left) * cut.width) / width,
      height: ((bottom - top) * cut.height) / height,
      angle: rect.angle,
    }
  }
  return {
    ink: onPicture(ink),
    whole: onPicture({ ...ink, left: Math.min(ink.left, margin), right: Math.max(ink.right, width - margin) }),
  }
}
