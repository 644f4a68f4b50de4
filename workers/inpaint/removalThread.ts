import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { collectManyBytes } from '#workers/collectGarbage'
import { discard } from '#workers/discard'
import { type ErasedPart, erasePart } from '#workers/inpaint/erasePart'
import { cut, type PicturePart } from '#workers/inpaint/picturePart'
import type { RemovalOptions, UnderWords } from '#workers/inpaint/types'
import { type Restoration, restore, type Share } from '#workers/recognise/restore'

/** A share of a recognised picture's words. The pixels are the thread's own copy: they are changed. */
export interface RestoreTask {
  readonly bitmap: Bitmap
  readonly lines: readonly TextLine[]
  readonly under: UnderWords
  readonly share: Share
}

/** Parts of any other. Their pixels are the thread's own copies, too. */
export interface PartsTask {
  readonly parts: readonly PicturePart[]
  readonly options: RemovalOptions
}

/** What travels to a removal thread. */
export type RemovalTask = RestoreTask | PartsTask

/** The parts without their words, and what was done in each. */
export type PartsAnswer = readonly (PicturePart & ErasedPart)[]

/** The parts of the picture that the share has to do with, restored or not, and what became of the lines in them: indexes of all. */
export type RestoreAnswer = Pick<Restoration, 'restored' | 'own'> & { readonly parts: readonly RestoredPart[] }

type RestoredPart = Pick<PicturePart, 'bitmap' | 'left' | 'top'>

/** What comes back: the one for a `PartsTask`, the other for a `RestoreTask`. */
export type RemovalAnswer = PartsAnswer | RestoreAnswer

/** The template's pixels come under the words where the two lie on each other well enough. */
async function restoreShare({ bitmap, lines, under, share }: RestoreTask): Promise<RestoreAnswer> {
  const { template, transform, staying } = under
  const {
    bitmap: restoredBitmap,
    restored,
    own,
    done,
  } = await restore(bitmap, lines, template, transform, staying, share)
  const parts = done.map(({ x0, y0, x1, y1 }) => ({
    bitmap: cut(restoredBitmap, x0, y0, x1, y1),
    left: x0,
    top: y0,
  }))
  // All of them the thread's own copies.
  discard(bitmap.data, template.data, restoredBitmap.data)
  return { restored, own, parts }
}

async function eraseParts(parts: readonly PicturePart[], options: RemovalOptions): Promise<PartsAnswer> {
  const erased: (PicturePart & ErasedPart)[] = []
  for (const part of parts) erased.push({ ...part, ...(await erasePart(part, options)) })
  return erased
}

/** What a thread of the pool does. The pixels move back to the caller. */
export default async function eraseInThread(task: RemovalTask): Promise<RemovalAnswer> {
  try {
    return await answerTo(task)
  } finally {
    // Nobody waits for it: the answer has gone by then.
    setImmediate(() => collectManyBytes(process.memoryUsage().arrayBuffers))
  }
}

async function answerTo(task: RemovalTask): Promise<RemovalAnswer> {
  if ('parts' in task) {
    const erased = await eraseParts(task.parts, task.options)
    return moved(
      erased,
      erased.map(({ bitmap }) => bitmap.data.buffer),
    )
  }
  const answer = await restoreShare(task)
  return moved(
    answer,
    answer.parts.map(({ bitmap }) => bitmap.data.buffer),
  )
}

/** `move` puts its wrapper through to the pool, which unwraps it: the static type is that of what arrives. */
function moved<Answer>(answer: Answer, buffers: readonly ArrayBufferLike[]): Answer {
  const wrapped: unknown = move({ [transferableSymbol]: buffers, [valueSymbol]: answer } as never)
  return wrapped as Answer
}
