import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { regionMask } from '#workers/inpaint/mask/regionMask'
import { picturePartsOf } from '#workers/inpaint/picturePart'
import { workRegion } from '#workers/inpaint/workRegion'

/** The mask that `removeText` works with, at the picture's own size: 0 keep, 1 fill, 2 flat. For measuring and looking at it. */
export function pictureMask(bitmap: Bitmap, lines: readonly TextLine[], maxDimension: number): Uint8Array {
  const result = new Uint8Array(bitmap.width * bitmap.height)
  for (const { bitmap: part, left, top, scale, frames } of picturePartsOf(bitmap, lines, maxDimension)) {
    const region = workRegion(part, scale)
    const { plan } = regionMask(region, frames)
    for (let y = 0; y < part.height; y++) {
      for (let x = 0; x < part.width; x++) {
        const at = Math.floor(y / scale) * region.width + Math.floor(x / scale)
        result[(top + y) * bitmap.width + left + x] = plan[at]!
      }
    }
  }
  return result
}
