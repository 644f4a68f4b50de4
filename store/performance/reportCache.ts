import type { CacheCounters } from '#core/cacheCounters'

type Read = () => CacheCounters

const shared = globalThis as typeof globalThis & { memezapCaches?: Map<string, Read> }

/** By name and tier; through globalThis, since the site's bundler makes several copies of a module. */
function caches(): Map<string, Read> {
  shared.memezapCaches ??= new Map()
  return shared.memezapCaches
}

/**
 * Has a cache's counters told with each sample of this process, from now on. One cache of a name and tier is told of: the latest.
 * @param read the counters as they are at that moment
 * @returns what ends it
 */
export function reportCache(read: Read): () => void {
  const { name, tier } = read()
  const key = `${name} ${tier}`
  caches().set(key, read)
  return () => {
    if (caches().get(key) === read) caches().delete(key)
  }
}

/** What all caches of this process have counted since it started. */
export const cachesOfProcess = (): readonly CacheCounters[] => [...caches().values()].map((read) => read())
