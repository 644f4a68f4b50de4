import { LRUCache } from 'lru-cache'
import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import type { RemovalMethod } from '#core/report'
import type { LineMethod } from './inpaint/types'

/** A picture's first frame, upright. */
export interface DecodedPicture {
  readonly bitmap: Bitmap
  /** Frames that the file holds; this is the first. */
  readonly frames: number
}

/** A picture without words, and how they went. */
export interface CleanedPicture {
  readonly bitmap: Bitmap
  readonly method: RemovalMethod
  /** One per line, in the order of the lines that were to go. */
  readonly methods: readonly LineMethod[]
}

/** Decoded and cleaned pictures in memory, so that the same picture with other words skips both. */
export interface PictureCache {
  readonly decoded: Kept<DecodedPicture>
  readonly cleaned: Kept<CleanedPicture>
}

interface Kept<T> {
  get(key: string): T | undefined
  set(key: string, picture: T): void
}

/** @param config `enable_image_cache` false keeps nothing; `image_cache_size` is in MiB of pixels. */
export function createPictureCache(config: Config['cache']): PictureCache {
  const bytes = config.enable_image_cache ? config.image_cache_size * 2 ** 20 : 0
  return { decoded: keep<DecodedPicture>(bytes / 2), cleaned: keep<CleanedPicture>(bytes / 2) }
}

function keep<T extends { readonly bitmap: Bitmap }>(maxSize: number): Kept<T> {
  if (maxSize < 1) return { get: () => undefined, set: () => undefined }
  const kept = new LRUCache<string, T>({ maxSize, sizeCalculation: ({ bitmap }) => bitmap.data.byteLength })
  return { get: (key) => kept.get(key), set: (key, picture) => void kept.set(key, picture) }
}
