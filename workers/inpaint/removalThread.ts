import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { eraseLines } from '#workers/inpaint/eraseLines'
import type { LineMethod, RemovalOptions, RemovalResult, UnderWords } from '#workers/inpaint/types'
import { restore } from '#workers/recognise/restore'

/** What travels to a removal thread. */
export interface RemovalTask {
  /** The thread's own copy: it is changed in place and handed back. */
  readonly bitmap: Bitmap
  readonly lines: readonly TextLine[]
  readonly options: RemovalOptions
  /** On a recognised picture. */
  readonly under: UnderWords | undefined
}

/** The template's pixels come under the words; where the two do not lie on each other well enough, the surroundings are continued as ever. */
async function restoreLines(
  bitmap: Bitmap,
  lines: readonly TextLine[],
  { template, transform, staying }: UnderWords,
  options: RemovalOptions,
): Promise<RemovalResult> {
  const { bitmap: target, restored, poor } = await restore(bitmap, lines, template, transform, staying)
  const erased = await eraseLines(
    target,
    poor.map((index) => lines[index]!),
    options,
  )
  const methodOf = (_: TextLine, index: number): LineMethod =>
    restored.includes(index) ? 'restored' : (erased.methods[poor.indexOf(index)] ?? 'own')
  return { bitmap: target, methods: lines.map(methodOf), maskedFraction: erased.maskedFraction }
}

/** What a thread of the pool does: the same as `removeText`, without its copy. The pixels move back to the caller. */
export default async function eraseInThread({ bitmap, lines, options, under }: RemovalTask): Promise<RemovalResult> {
  const result: RemovalResult = under
    ? await restoreLines(bitmap, lines, under, options)
    : { bitmap, ...(await eraseLines(bitmap, lines, options)) }
  // `move` puts this wrapper through to the pool, which unwraps it: the static type is that of what arrives.
  const moved: unknown = move({ [transferableSymbol]: result.bitmap.data.buffer, [valueSymbol]: result } as never)
  return moved as RemovalResult
}
