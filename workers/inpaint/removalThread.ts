import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { eraseLines } from '#workers/inpaint/eraseLines'
import { type ErasedPart, erasePart } from '#workers/inpaint/erasePart'
import type { PicturePart } from '#workers/inpaint/picturePart'
import type { LineMethod, RemovalOptions, RemovalResult, UnderWords } from '#workers/inpaint/types'
import { restore } from '#workers/recognise/restore'

/** All of a recognised picture. Its pixels are the thread's own copy: they are changed and handed back. */
export interface WholeTask {
  readonly bitmap: Bitmap
  readonly lines: readonly TextLine[]
  readonly options: RemovalOptions
  readonly under: UnderWords
}

/** Parts of any other. Their pixels are the thread's own copies, too. */
export interface PartsTask {
  readonly parts: readonly PicturePart[]
  readonly options: RemovalOptions
}

/** What travels to a removal thread. */
export type RemovalTask = WholeTask | PartsTask

/** The parts without their words, and what was done in each. */
export type PartsAnswer = readonly (PicturePart & ErasedPart)[]

/** What comes back: the one for a `PartsTask`, the other for a `WholeTask`. */
export type RemovalAnswer = PartsAnswer | RemovalResult

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

async function eraseParts(parts: readonly PicturePart[], options: RemovalOptions): Promise<PartsAnswer> {
  const erased: (PicturePart & ErasedPart)[] = []
  for (const part of parts) erased.push({ ...part, ...(await erasePart(part, options)) })
  return erased
}

/** What a thread of the pool does. The pixels move back to the caller. */
export default async function eraseInThread(task: RemovalTask): Promise<RemovalAnswer> {
  if ('parts' in task) {
    const erased = await eraseParts(task.parts, task.options)
    return moved(
      erased,
      erased.map(({ bitmap }) => bitmap.data.buffer),
    )
  }
  const result = await restoreLines(task.bitmap, task.lines, task.under, task.options)
  return moved(result, [result.bitmap.data.buffer])
}

/** `move` puts its wrapper through to the pool, which unwraps it: the static type is that of what arrives. */
function moved<Answer>(answer: Answer, buffers: readonly ArrayBufferLike[]): Answer {
  const wrapped: unknown = move({ [transferableSymbol]: buffers, [valueSymbol]: answer } as never)
  return wrapped as Answer
}
