import { type BoxPx, toPx } from '../box'
import type { TextRegion } from '../text'
import { frameAround, frameToBox, inside } from './frame'
import { roomAround } from './room'
import type { Place } from './types'

/** Capitals with their outline, as the boxes of lines hold them, to the font size. */
const lineHeightToFont = 1.25
/** New words about as large as the old ones look right; they spread beyond the old place to be. */
const likeOld = 0.9
/** New words may be larger than the old ones by this, … */
const largerThanOld = 1.5
/** … and always this large, as a fraction of the longest side. */
const alwaysAllowed = 0.06

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Words of a classic caption keep to the edge of the picture, those of a label stay in its middle. */
function alignOf(box: BoxPx, width: number, height: number): Place['verticalAlign'] {
  const { top, bottom } = frameAround(box)
  if (box.angle !== 0 || box.widthPx < width * 0.35) return 'middle'
  if (top < height * 0.12 && bottom < height * 0.5) return 'top'
  return bottom > height * 0.88 && top > height * 0.5 ? 'bottom' : 'middle'
}

/**
 * The places where old words stood, for new ones.
 * @param regions those whose words are replaced by words; emptied ones are free for their neighbours.
 * @param kept words that stay.
 */
export function replacePlaces(
  regions: readonly TextRegion[],
  kept: readonly TextRegion[],
  width: number,
  height: number,
): readonly Place[] {
  const boxes = regions.map((region) => toPx(region.box, width, height))
  return regions.map((region, index) => {
    const old = boxes[index]!
    const lineHeightPx = median(region.lines.map((line) => line.box.height * height)) || old.heightPx
    const neighbours = [
      ...boxes.filter((_, other) => other !== index),
      ...kept.map(({ box }) => toPx(box, width, height)),
    ]
    const room = roomAround(old, neighbours, width, height)
    const pad = lineHeightPx * 0.15
    const padded = {
      left: old.xPx - pad,
      top: old.yPx - pad,
      right: old.xPx + old.widthPx + pad,
      bottom: old.yPx + old.heightPx + pad,
    }
    return {
      kind: 'replaced',
      regionId: region.id,
      box: old.angle === 0 ? frameToBox(inside(padded, frameAround(room))) : smaller(old, room),
      room,
      comfortableFontPx: lineHeightPx * lineHeightToFont * likeOld,
      maxFontPx: Math.max(lineHeightPx * lineHeightToFont * largerThanOld, alwaysAllowed * Math.max(width, height)),
      verticalAlign: alignOf(old, width, height),
    }
  })
}

const smaller = (one: BoxPx, other: BoxPx): BoxPx => (one.widthPx < other.widthPx ? one : other)
