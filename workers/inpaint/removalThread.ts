import { move, transferableSymbol, valueSymbol } from 'piscina'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { eraseLines } from '#workers/inpaint/eraseLines'
import type { RemovalOptions, RemovalResult } from '#workers/inpaint/types'

/** What travels to a removal thread. */
export interface RemovalTask {
  /** The thread's own copy: it is changed in place and handed back. */
  readonly bitmap: Bitmap
  readonly lines: readonly TextLine[]
  readonly options: RemovalOptions
}

/** What a thread of the pool does: the same as `removeText`, without its copy. The pixels move back to the caller. */
export default async function eraseInThread({ bitmap, lines, options }: RemovalTask): Promise<RemovalResult> {
  const result: RemovalResult = { bitmap, ...(await eraseLines(bitmap, lines, options)) }
  // `move` puts this wrapper through to the pool, which unwraps it: the static type is that of what arrives.
  const moved: unknown = move({ [transferableSymbol]: bitmap.data.buffer, [valueSymbol]: result } as never)
  return moved as RemovalResult
}
