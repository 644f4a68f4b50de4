import type { Bitmap } from '#core/bitmap'
import { createOnceCache, type OnceCache } from '#core/cache/onceCache'
import type { CacheCounters, CacheName } from '#core/cacheCounters'
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

/**
 * Pictures in memory, so that the same one with other words is neither decoded nor cleaned again. Keys name content and what is done to it; code and
 * settings are those of this process, with which the memory ends.
 */
export interface PictureCache {
  /** Uploads. */
  readonly decoded: OnceCache<DecodedPicture>
  readonly cleaned: OnceCache<CleanedPicture>
  /** Templates' pictures: apart, so that uploads, however many, never push them out. */
  readonly templates: OnceCache<DecodedPicture>
  /** What each has counted, for performance data. */
  readonly reports: readonly (() => CacheCounters)[]
}

/**
 * @param config `enable_image_cache` and `enable_template_cache` false keep nothing; `image_cache_size` (half for decoded, half for cleaned) and
 * `template_cache_size` are in MiB of pixels, `memory_idle_minutes` says for how long what nobody asks for is kept.
 * @param now milliseconds that never go back
 */
export function createPictureCache(
  config: Pick<
    Config['cache'],
    'enable_image_cache' | 'image_cache_size' | 'enable_template_cache' | 'template_cache_size' | 'memory_idle_minutes'
  >,
  now?: () => number,
): PictureCache {
  const keep = <T extends { readonly bitmap: Bitmap }>(name: CacheName, enabled: boolean, mebibytes: number) =>
    createOnceCache<T>({
      name,
      maxBytes: enabled ? Math.floor(mebibytes * 2 ** 20) : 0,
      bytesOf: ({ bitmap }) => bitmap.data.byteLength,
      idleMs: config.memory_idle_minutes * 60_000,
      ...(now && { now }),
    })
  const { enable_image_cache: images, enable_template_cache: ofTemplates } = config
  const decoded = keep<DecodedPicture>('decoded', images, config.image_cache_size / 2)
  const cleaned = keep<CleanedPicture>('cleaned', images, config.image_cache_size / 2)
  const templates = keep<DecodedPicture>('template_picture', ofTemplates, config.template_cache_size)
  return { decoded, cleaned, templates, reports: [decoded.counters, cleaned.counters, templates.counters] }
}
