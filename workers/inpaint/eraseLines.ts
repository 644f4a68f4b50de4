import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { fillRegion } from '#workers/inpaint/fill/fillRegion'
import { frameBounds, lineFrame } from '#workers/inpaint/lineFrame'
import { patchMargin } from '#workers/inpaint/mask/cutPatch'
import { regionMask } from '#workers/inpaint/mask/regionMask'
import { joinedRegions } from '#workers/inpaint/regions'
import type { LineMethod, RemovalOptions } from '#workers/inpaint/types'
import { workRegion, workScale } from '#workers/inpaint/workRegion'
import { writeBack } from '#workers/inpaint/writeBack'

/** One part of the picture that has lines, with its mask. */
interface MaskedRegion {
  readonly region: ReturnType<typeof workRegion>
  readonly mask: ReturnType<typeof regionMask>
  /** Indexes of the lines, in the order of `mask.methods`. */
  readonly members: readonly number[]
}

/** Finds the letters of `lines`, one region after another, so that only one region's copies are alive at a time. */
export function* maskedRegions(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  maxDimension: number,
): Generator<MaskedRegion> {
  const scale = workScale(bitmap, maxDimension)
  const width = Math.ceil(bitmap.width / scale)
  const height = Math.ceil(bitmap.height / scale)
  const frames = lines.map((line) => lineFrame(line.box, bitmap.width, bitmap.height, scale))
  const rectangles = frames.map((frame) => frameBounds(frame, patchMargin(frame), width, height))
  for (const { bounds, members } of joinedRegions(rectangles)) {
    const region = workRegion(bitmap, bounds, scale)
    yield {
      region,
      mask: regionMask(
        region,
        members.map((index) => frames[index]!),
      ),
      members,
    }
  }
}

/**
 * Removes the lines' letters from `bitmap.data` itself.
 * @returns what `RemovalResult` says beside the picture
 */
export async function eraseLines(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  options: RemovalOptions,
): Promise<{ readonly methods: readonly LineMethod[]; readonly maskedFraction: number }> {
  const methods = lines.map((): LineMethod => 'none')
  let written = 0
  for (const { region, mask, members } of maskedRegions(bitmap, lines, options.maxDimension)) {
    const values = await fillRegion(region, mask, options)
    written += writeBack(bitmap.data, bitmap, region, values, mask.plan)
    for (const [at, index] of members.entries()) methods[index] = mask.methods[at]!
  }
  return { methods, maskedFraction: written / (bitmap.width * bitmap.height) }
}
