import type { Config } from '#core/config'
import type { TextLine } from '#core/text'
import type { SharedCache } from './cache/createSharedCache'
import type { CacheId } from './cache/envelope'
import { sharedCache } from './cache/sharedCache'

/** What a reading depends on: with any other value the picture is read anew. */
export interface ReadingId {
  /** Of the source bytes. */
  readonly sha256: string
  readonly engine: string
  /** Changes with model, parameters and algorithm. */
  readonly version: string
  /** Longest side, in pixels, of the copy that was read. */
  readonly maxDimension: number
}

/** The name of a reading in `ocrReadings`. */
export const readingId = ({ sha256, engine, version, maxDimension }: ReadingId): CacheId => [
  sha256,
  engine,
  version,
  maxDimension,
]

/** Lines that were read on pictures (`ocr.enable_cache`). */
export const ocrReadings = (config: Config): SharedCache<readonly TextLine[]> => sharedCache('ocr', config)
