import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { frameBounds, type LineFrame, lineFrame, movedFrame } from '#workers/inpaint/lineFrame'
import { patchMargin } from '#workers/inpaint/mask/cutPatch'
import { joinedRegions } from '#workers/inpaint/regions'
import { workScale } from '#workers/inpaint/workRegion'

/** A part of a picture that has lines: what is computed as one, and says nothing of the others. Plain data, so that it can cross threads. */
export interface PicturePart {
  /** A copy of the part's pixels. */
  readonly bitmap: Bitmap
  /** Where the copy lies in the picture, in pixels: multiples of `scale`. */
  readonly left: number
  readonly top: number
  /** What the part is divided by for the work. */
  readonly scale: number
  /** In pixels of the divided part. */
  readonly frames: readonly LineFrame[]
  /** Indexes of the lines, in the order of `frames`. */
  readonly members: readonly number[]
}

/** The parts of a picture on which `lines` stand, cut out one after another; lines outside of the picture are in none. */
export function* picturePartsOf(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  maxDimension: number,
): Generator<PicturePart, void> {
  const scale = workScale(bitmap, maxDimension)
  const width = Math.ceil(bitmap.width / scale)
  const height = Math.ceil(bitmap.height / scale)
  const frames = lines.map((line) => lineFrame(line.box, bitmap.width, bitmap.height, scale))
  const rectangles = frames.map((frame) => frameBounds(frame, patchMargin(frame), width, height))
  for (const { bounds, members } of joinedRegions(rectangles)) {
    const [left, top] = [bounds.x0 * scale, bounds.y0 * scale]
    yield {
      bitmap: cut(
        bitmap,
        left,
        top,
        Math.min(bitmap.width, bounds.x1 * scale),
        Math.min(bitmap.height, bounds.y1 * scale),
      ),
      left,
      top,
      scale,
      frames: members.map((index) => movedFrame(frames[index]!, bounds.x0, bounds.y0)),
      members,
    }
  }
}

/** A copy of a part of a picture, from `left` and `top` up to before `right` and `bottom`. */
export function cut(
  { data, width, channels }: Bitmap,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Bitmap {
  const pitch = (right - left) * channels
  const rows = new Uint8Array(pitch * (bottom - top))
  for (let y = top; y < bottom; y++) {
    const start = (y * width + left) * channels
    rows.set(data.subarray(start, start + pitch), (y - top) * pitch)
  }
  return { data: rows, width: right - left, height: bottom - top, channels }
}

/** Copies a part's pixels to where they were cut out of `target`. */
export function putPart(target: Bitmap, { bitmap, left, top }: Pick<PicturePart, 'bitmap' | 'left' | 'top'>): void {
  const pitch = bitmap.width * bitmap.channels
  for (let y = 0; y < bitmap.height; y++) {
    const row = bitmap.data.subarray(y * pitch, (y + 1) * pitch)
    target.data.set(row, ((top + y) * target.width + left) * target.channels)
  }
}
