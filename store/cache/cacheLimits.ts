import type { CacheName } from '#core/cacheCounters'
import type { Config } from '#core/config'
import type { CacheLimits } from './createSharedCache'

/** Caches that all processes share. */
export const sharedCacheNames = [
  'ocr',
  'embedding',
  'fingerprint',
  'match',
  'analysis',
] as const satisfies readonly CacheName[]

/** One of them. */
export type SharedCacheName = (typeof sharedCacheNames)[number]

const MIB = 2 ** 20
const HOUR_MS = 3_600_000

/** A few hundred bytes each. */
const FEW_IN_MEMORY = 2000

/** What the settings say of a shared cache. */
export interface SharedCacheSettings extends CacheLimits {
  readonly enabled: boolean
  /** Entries that each process keeps in its memory, so that it asks for them once. */
  readonly inMemory: number
}

/** @returns what the settings say of a shared cache */
export function cacheLimits(name: SharedCacheName, config: Config): SharedCacheSettings {
  const { ocr, clip, cache, storage, vector_db } = config
  switch (name) {
    case 'ocr':
      return limits(ocr.enable_cache, ocr.cache_size, ocr.cache_expiry_days * 24, FEW_IN_MEMORY)
    case 'embedding':
      return limits(clip.enable_cache, clip.cache_size, clip.cache_expiry_days * 24, vector_db.cache_size)
    case 'fingerprint':
      // No use for longer than the upload.
      return limits(cache.enable_fingerprint_cache, cache.fingerprint_cache_size, storage.upload_expiry_hours, 0)
    case 'match':
      return limits(cache.enable_match_cache, cache.match_cache_size, cache.match_cache_hours, FEW_IN_MEMORY)
    case 'analysis':
      // Its pictures go with the job. Only the site asks, and rarely twice.
      return limits(cache.enable_analysis_cache, cache.analysis_cache_size, storage.upload_expiry_hours, 0)
  }
}

const limits = (enabled: boolean, mib: number, hours: number, inMemory: number): SharedCacheSettings => ({
  enabled: enabled && mib > 0,
  maxBytes: mib * MIB,
  expiryMs: hours * HOUR_MS,
  inMemory,
})
