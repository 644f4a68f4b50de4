import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { type ErasedPart, erasePart } from '#workers/inpaint/erasePart'
import { type PicturePart, picturePartsOf, putPart } from '#workers/inpaint/picturePart'
import type { LineMethod, RemovalOptions, RemovalResult } from '#workers/inpaint/types'

/**
 * Removes the lines' letters from `bitmap.data` itself, one part after another, so that only one part's copies are alive at a time.
 * @returns what `RemovalResult` says beside the picture
 */
export async function eraseLines(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  options: RemovalOptions,
): Promise<Omit<RemovalResult, 'bitmap'>> {
  const erased: (ErasedPart & Pick<PicturePart, 'members'>)[] = []
  for (const part of picturePartsOf(bitmap, lines, options.maxDimension)) {
    erased.push({ ...(await erasePart(part, options)), members: part.members })
    putPart(bitmap, part)
  }
  return summed(bitmap, lines.length, erased)
}

/** What was done in all parts of a picture. @param lineCount those in no part were not removed */
export function summed(
  { width, height }: Bitmap,
  lineCount: number,
  parts: readonly (ErasedPart & Pick<PicturePart, 'members'>)[],
): Omit<RemovalResult, 'bitmap'> {
  const methods = Array.from({ length: lineCount }, (): LineMethod => 'none')
  for (const part of parts) for (const [at, index] of part.members.entries()) methods[index] = part.methods[at]!
  return { methods, maskedFraction: parts.reduce((sum, { written }) => sum + written, 0) / (width * height) }
}
