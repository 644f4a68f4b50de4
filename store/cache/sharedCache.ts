import type { Config } from '#core/config'
import { reportCache } from '../performance/reportCache'
import { type Access, accessTo } from './access'
import { cacheLimits, type SharedCacheName } from './cacheLimits'
import { createSharedCache, type SharedCache } from './createSharedCache'
import { postgresTier } from './postgresTier'
import { redisTier } from './redisTier'
import { redisUrl } from './redisUrl'
import { withMemory } from './withMemory'

interface Opened {
  readonly access: Access
  readonly caches: WeakMap<Config, Map<SharedCacheName, SharedCache<unknown>>>
}

/** Through globalThis: hot reload, and the site's bundler, make several copies of a module. */
const shared = globalThis as typeof globalThis & { memezapSharedCaches?: Opened }

function opened(): Opened {
  if (!shared.memezapSharedCaches) {
    const url = redisUrl()
    shared.memezapSharedCaches = { access: accessTo(url ? redisTier(url) : postgresTier()), caches: new WeakMap() }
  }
  return shared.memezapSharedCaches
}

/** This process's way to what all share: Postgres, or with REDIS_URL Redis. */
export const sharedAccess = (): Access => opened().access

/** When the settings switch a cache off: everything is made anew, and what is left of it goes. */
const off = (access: Access, name: SharedCacheName): SharedCache<unknown> => ({
  get: async () => undefined,
  set: async () => {},
  getOrMake: async (_id, make, signal) => ({
    value: await make(signal ?? new AbortController().signal),
    hit: null,
    madeMs: 0,
  }),
  trim: async () => (await access.attempt((tier) => tier.trim(name, 0)))?.answer ?? 0,
  counters: undefined,
})

/**
 * A cache that all processes share, as the settings say; it is made on first use, and told of in this process's samples.
 * @typeParam T what it holds: one name, one type
 */
export function sharedCache<T>(name: SharedCacheName, config: Config): SharedCache<T> {
  const { access, caches } = opened()
  const ofConfig = caches.get(config) ?? new Map<SharedCacheName, SharedCache<unknown>>()
  caches.set(config, ofConfig)
  const known = ofConfig.get(name)
  if (known) return known as SharedCache<T>
  const cache = fromSettings(access, name, config)
  ofConfig.set(name, cache)
  return cache as SharedCache<T>
}

function fromSettings(access: Access, name: SharedCacheName, config: Config): SharedCache<unknown> {
  const { enabled, inMemory, ...limits } = cacheLimits(name, config)
  if (!enabled) return off(access, name)
  const below = createSharedCache<unknown>(access, name, limits)
  const caches = inMemory > 0 ? [below, withMemory(below, { name, maxEntries: inMemory, ...limits })] : [below]
  for (const { counters } of caches) if (counters) reportCache(counters)
  return caches.at(-1)!
}

/** Waits for what is being written, and closes the way to the tier; the next use opens it again. */
export async function closeSharedCaches(): Promise<void> {
  const { memezapSharedCaches: open } = shared
  shared.memezapSharedCaches = undefined
  await open?.access.settled()
  await open?.access.tier.close()
}
