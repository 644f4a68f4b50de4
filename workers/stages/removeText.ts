import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { eraseLines } from '#workers/inpaint/eraseLines'
import type { RemovalOptions, RemovalResult } from '#workers/inpaint/types'

/**
 * Takes the letters of `lines` (with outline and shadow) off the picture and makes up what was under them. Pure computing: the picture that was
 * given stays as it is, and every pixel outside the letters' mask is the same in the result, to the byte. Runs on the calling
 * thread; `workers/inpaint/pool.ts` offers the same on threads of its own.
 */
export async function removeText(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  options: RemovalOptions,
): Promise<RemovalResult> {
  if (lines.length === 0) return { bitmap, methods: [], maskedFraction: 0 }
  const copy: Bitmap = { ...bitmap, data: Uint8Array.from(bitmap.data) }
  const erased = await eraseLines(copy, lines, options)
  return { bitmap: erased.maskedFraction === 0 ? bitmap : copy, ...erased }
}
