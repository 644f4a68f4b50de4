import type { Bitmap } from '#core/bitmap'
import { saliencyGrid } from '#core/place/saliency'
import type { SaliencyGrid } from '#core/place/types'
import { shrink } from './shrink'

/** Longest side of the copy that is looked at: finer detail is texture, not subject. */
const maxSide = 96

/** How much each part of a picture draws the eye. */
export const pictureSaliency = async (bitmap: Bitmap): Promise<SaliencyGrid> =>
  saliencyGrid(await shrink(bitmap, maxSide))
