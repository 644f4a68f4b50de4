import type { CacheCounters, CacheName, CacheTier } from '#core/cacheCounters'
import type { Config } from '#core/config'
import { cacheLimits, sharedCacheNames } from '../cache/cacheLimits'
import { sharedAccess } from '../cache/sharedCache'
import { database } from '../database'

/** Counting means reading the cache's rows: once in so long is enough for a page that is looked at. */
const KEPT_MS = 60_000

/** How much is kept of what all processes share, and at most. */
export interface SharedSize extends Pick<CacheCounters, 'entries' | 'bytes' | 'maxBytes'> {
  readonly name: CacheName
  readonly tier: CacheTier
}

let latest: { readonly atMs: number; readonly sizes: Promise<readonly SharedSize[]> } | undefined

/**
 * What the shared caches and the finished memes take now, or did a minute ago: no single process knows. A cache that does not answer is left out.
 * @param maxAgeMs of the answer
 */
export function sharedSizes(config: Config, maxAgeMs = KEPT_MS): Promise<readonly SharedSize[]> {
  const now = performance.now()
  if (!latest || now - latest.atMs >= maxAgeMs) {
    const sizes = countedNow(config)
    latest = { atMs: now, sizes }
    // What failed is asked again by the next.
    sizes.catch(() => {
      latest = undefined
    })
  }
  return latest.sizes
}

async function countedNow(config: Config): Promise<readonly SharedSize[]> {
  const { tier, attempt } = sharedAccess()
  const sizes: SharedSize[] = []
  for (const name of sharedCacheNames) {
    const { enabled, maxBytes } = cacheLimits(name, config)
    const counted = enabled ? await attempt((one) => one.size(name)) : undefined
    if (counted) sizes.push({ name, tier: tier.kind, ...counted.answer, maxBytes })
  }
  const [memes] = await database().$queryRaw<{ entries: number; bytes: number }[]>`
    select count(*)::float8 as entries, coalesce(sum(bytes), 0)::float8 as bytes from meme`
  return [...sizes, { name: 'meme', tier: 'postgres', ...memes!, maxBytes: config.storage.max_meme_mib * 2 ** 20 }]
}

type Sized = Pick<CacheCounters, 'name' | 'tier' | 'entries' | 'bytes' | 'maxBytes'>

/** Caches as processes tell of them, with what is kept of the shared ones. */
export async function withSharedSizes<T extends Sized>(caches: readonly T[], config: Config): Promise<readonly T[]> {
  if (caches.every(({ tier }) => tier === 'memory')) return caches
  const sizes = await sharedSizes(config)
  return caches.map((cache) => {
    const size = sizes.find(({ name, tier }) => name === cache.name && tier === cache.tier)
    return size ? { ...cache, entries: size.entries, bytes: size.bytes, maxBytes: size.maxBytes } : cache
  })
}
