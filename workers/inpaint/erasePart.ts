import { discard } from '#workers/discard'
import { fillRegion } from '#workers/inpaint/fill/fillRegion'
import { regionMask } from '#workers/inpaint/mask/regionMask'
import type { PicturePart } from '#workers/inpaint/picturePart'
import type { LineMethod, RemovalOptions } from '#workers/inpaint/types'
import { workRegion } from '#workers/inpaint/workRegion'
import { writeBack } from '#workers/inpaint/writeBack'

/** What was done in a part. */
export interface ErasedPart {
  /** One per frame of the part. */
  readonly methods: readonly LineMethod[]
  /** Pixels that were in the mask. */
  readonly written: number
}

/** Removes the letters of a part's lines from its own pixels. */
export async function erasePart({ bitmap, scale, frames }: PicturePart, options: RemovalOptions): Promise<ErasedPart> {
  const region = workRegion(bitmap, scale)
  const mask = regionMask(region, frames)
  const values = await fillRegion(region, mask, options)
  const written = writeBack(bitmap, region, values, mask.plan)
  discard(values, mask.plan, mask.flat)
  return { methods: mask.methods, written }
}
