import type { TextLine } from '#core/text'
import { handedTask, handOver } from '#store/handedWork'
import type { TextReader } from '../models/textReader'
import type { PictureReader } from './pictureReader'

/** What a worker needs to know to read a picture for another. */
export interface ReadingInput {
  /** Of the source bytes. */
  readonly sha256: string
  readonly maxDimension: number
}

/** What it found. */
export interface Reading {
  readonly lines: readonly TextLine[]
  /** Where the models ran. */
  readonly device: string
}

/** Has pictures read by workers that serve `ocr` with this very reader. */
export function readElsewhere({ engine, version }: Pick<TextReader, 'engine' | 'version'>): PictureReader {
  const task = handedTask.ocr(version)
  return {
    engine,
    version,
    device: null,
    notUsed: [],
    loadMs: null,
    async read({ sha256 }, maxDimension, signal, note) {
      const input: ReadingInput = { sha256, maxDimension }
      const { result, waitedMs } = await handOver<Reading>(task, input, signal)
      note.waitedMs = (note.waitedMs ?? 0) + waitedMs
      note.device = result.device
      return result.lines
    },
    close: async () => undefined,
  }
}
