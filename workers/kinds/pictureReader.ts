import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import type { TextReader } from '../models/textReader'
import { shrink } from '../stages/shrink'
import type { StageNote } from '../step'
import type { Pool } from './pool'

/** A picture that is open here, and stored where other processes find it. */
export interface StoredPicture {
  /** Of its source bytes. */
  readonly sha256: string
  /** As `openPicture` gives it. */
  readonly bitmap: Bitmap
  /** Nobody else has its pixels, nor will anybody want them as they are: they may be changed. */
  readonly isOwn?: boolean
}

/** Reads the words on stored pictures: in this process, or in one that serves `ocr`. */
export interface PictureReader extends Pick<TextReader, 'engine' | 'version'> {
  /** Where the models run; null when that is for another process to say. */
  readonly device: string | null
  /** Why a better device is not used here. */
  readonly notUsed: readonly string[]
  /** How long loading took; null when nothing was loaded here. */
  readonly loadMs: number | null
  /**
   * @param maxDimension longest side, in pixels, of the copy that is read
   * @param signal aborted when nobody wants to know any more
   * @returns lines as `TextReader.readText` finds them
   * @throws AppError CANCELLED
   */
  read(picture: StoredPicture, maxDimension: number, signal: AbortSignal, note: StageNote): Promise<readonly TextLine[]>
  close(): Promise<void>
}

/** Reads in this process, so many pictures at once as the pool lets. */
export function readHere(reader: TextReader, pool: Pool): PictureReader {
  const { engine, version, loadMs } = reader
  return {
    engine,
    version,
    // Asked each time: a device that fails is left.
    get device() {
      return reader.device
    },
    get notUsed() {
      return reader.notUsed
    },
    loadMs,
    read: ({ bitmap }, maxDimension, signal, note) =>
      pool.run(async () => reader.readText(await shrink(bitmap, maxDimension), signal), signal, note),
    close: () => reader.close(),
  }
}
