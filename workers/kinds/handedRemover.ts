import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import { takeHandedPixels } from '#store/handedPixels'
import { handedTask, handOver } from '#store/handedWork'
import type { RemovalOptions, RemovalResult, UnderWords } from '../inpaint/types'
import type { WordRemover } from './wordRemover'

/** What a worker needs to know to take words away for another. */
export interface RemovalInput {
  /** Of the source bytes. */
  readonly sha256: string
  readonly lines: readonly TextLine[]
  readonly options: RemovalOptions
  /** Of a recognised picture; `sha256` of the template's. */
  readonly ground: (Omit<UnderWords, 'template'> & { readonly sha256: string }) | null
}

/** What it did. The pixels lie beside (`handedPixels`), unless the picture stayed as it was. */
export interface Removal extends Omit<RemovalResult, 'bitmap'> {
  readonly size: Pick<Bitmap, 'width' | 'height' | 'channels'> | null
}

/** Has words taken away by workers that serve `inpaint`. */
export const removeElsewhere: WordRemover = {
  async remove({ sha256, bitmap }, lines, options, signal, note, ground) {
    const under = ground && { sha256: ground.pictureSha256, transform: ground.transform, staying: ground.staying }
    const input: RemovalInput = { sha256, lines, options, ground: under ?? null }
    const { id, result, waitedMs } = await handOver<Removal>(handedTask.inpaint(), input, signal)
    note.waitedMs = (note.waitedMs ?? 0) + waitedMs
    const { size, ...rest } = result
    if (size === null) return { ...rest, bitmap }
    return { ...rest, bitmap: { ...size, data: await takeHandedPixels(id) } }
  },
  close: async () => undefined,
}
