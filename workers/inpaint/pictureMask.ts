import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { maskedRegions } from '#workers/inpaint/eraseLines'

/** The mask that `removeText` works with, at the picture's own size: 0 keep, 1 fill, 2 flat. For measuring and looking at it. */
export function pictureMask(bitmap: Bitmap, lines: readonly TextLine[], maxDimension: number): Uint8Array {
  const result = new Uint8Array(bitmap.width * bitmap.height)
  for (const { region, mask } of maskedRegions(bitmap, lines, maxDimension)) {
    const { bounds, scale, width } = region
    for (let y = bounds.y0 * scale; y < Math.min(bitmap.height, bounds.y1 * scale); y++) {
      for (let x = bounds.x0 * scale; x < Math.min(bitmap.width, bounds.x1 * scale); x++) {
        const at = (Math.floor(y / scale) - bounds.y0) * width + Math.floor(x / scale) - bounds.x0
        result[y * bitmap.width + x] = mask.plan[at]!
      }
    }
  }
  return result
}
