import type { Bitmap } from '#core/bitmap'
import { type Extent, lettersOf, outlineOf, twoColours } from '#workers/models/paddle/letters'
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

/** A line's rectangle after a look at its pixels. */
export interface FittedRect {
  readonly ink: TurnedRect
  /** As high as the ink, and long enough for letters that the ink may lack: what is to be read. */
  readonly whole: TurnedRect
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
  const best = ([0, 1] as const)
    .flatMap((colour) => lettersOf(mask, width, height, colour) ?? [])
    .filter(({ share }) => share * cut.width >= leastShare * rect.width)
    // A label inside the cut is an area of its own around the letters: the inner of the two is the ink.
    .sort((a, b) => a.extent.bottom - a.extent.top - (b.extent.bottom - b.extent.top))[0]
  if (best === undefined) return { ink: rect, whole: rect }
  const usual = best.colour === 1 ? rows * usualOutline : 0
  const outline = outlineOf(best, mask, width, Math.round(rows * mostOutline)) ?? usual
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
