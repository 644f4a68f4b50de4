import { createMemoryCache } from '#core/cache/memoryCache'
import type { CacheName } from '#core/cacheCounters'
import type { SharedCache } from './createSharedCache'
import { keyOf, type Made, pack } from './envelope'

/** So long at most: then the shared cache is asked again, which notes the use there, too, and knows what has expired. */
const LONGEST_MS = 3_600_000

/** A shared cache whose latest entries stay in this process's memory, so that it asks for each once. Its counters are those of the memory. */
export function withMemory<T>(
  cache: SharedCache<T>,
  limits: {
    readonly name: CacheName
    readonly maxEntries: number
    readonly expiryMs: number
    readonly now?: () => number
  },
): SharedCache<T> {
  const memory = createMemoryCache<Made<T>>({
    name: limits.name,
    maxEntries: limits.maxEntries,
    expiryMs: Math.min(limits.expiryMs, LONGEST_MS),
    bytesOf: (made) => pack(made).length,
    ...(limits.now && { now: limits.now }),
  })
  const keep = (key: string, made: Made<T>) => memory.keep(key, made, made.madeMs)
  return {
    async get(id) {
      const key = keyOf(id)
      const known = memory.find(key)
      if (known) return known
      memory.missed()
      const made = await cache.get(id)
      if (made) keep(key, made)
      return made
    },
    async set(id, value, madeMs) {
      keep(keyOf(id), { value, madeMs })
      await cache.set(id, value, madeMs)
    },
    async getOrMake(id, make, signal) {
      signal?.throwIfAborted()
      const key = keyOf(id)
      const known = memory.find(key)
      if (known) return { ...known, hit: true }
      memory.missed()
      const answer = await cache.getOrMake(id, make, signal)
      keep(key, { value: answer.value, madeMs: answer.madeMs })
      return answer
    },
    trim: () => cache.trim(),
    counters: memory.counters,
  }
}
