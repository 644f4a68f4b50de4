import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import type { TextLine } from '#core/text'

/** Finds and reads the text on pictures. */
export interface TextReader {
  readonly engine: Config['ocr']['engine']
  /** Changes whenever the models, the parameters or the method change: part of the key of cached readings. */
  readonly version: string
  /** Where the models run, for the performance rows; another than at first when that one has failed. */
  readonly device: string
  /** Why a better device is not used, when one was asked for. */
  readonly notUsed: readonly string[]
  /** How long loading took. */
  readonly loadMs: number
  /**
   * All lines above a low floor of confidence; the caller compares them with `ocr.confidence_threshold`.
   * @throws AppError CANCELLED when `signal` is aborted before the end.
   */
  readText(bitmap: Bitmap, signal?: AbortSignal): Promise<readonly TextLine[]>
  close(): Promise<void>
}
