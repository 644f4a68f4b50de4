import { LRUCache } from 'lru-cache'
import type { CacheCounters, CacheName } from '../cacheCounters'

/** Values in this process's memory, the longest unused leave first, with what has come of asking for them. */
export interface MemoryCache<T> {
  /** Counts a hit when it is there. */
  find(key: string): T | undefined
  /** Counts nothing, and keeps nothing any longer. */
  peek(key: string): T | undefined
  /** Counts a miss: what was not found is made. */
  missed(): void
  /**
   * @param madeMs what making it took: each hit is taken to have saved as much
   * @returns whether it was kept: not when it is larger than all that may be
   */
  keep(key: string, value: T, madeMs: number): boolean
  /** Counts a hit on a value that was still being made when it was asked for. */
  shared(savedMs: number): void
  /** As they are now; what has expired is let go of first. */
  counters(): CacheCounters
}

/** How much is kept, for how long. */
export interface MemoryLimits<T> {
  readonly name: CacheName
  /** What a value takes, roughly; at least 1. */
  readonly bytesOf: (value: T) => number
  /** Most bytes of all values together; one that takes more by itself is not kept. 0 keeps nothing. */
  readonly maxBytes?: number
  /** Most values. 0 keeps nothing. */
  readonly maxEntries?: number
  /** A value that nobody asked for for so long is let go of. */
  readonly idleMs?: number
  /** A value is let go of so long after it was kept, asked for or not; instead of `idleMs`. */
  readonly expiryMs?: number
  /** Milliseconds that never go back. */
  readonly now?: () => number
}

interface Kept<T> {
  readonly value: T
  readonly madeMs: number
}

/** One that fails, because a value cannot be measured, say, counts it and is asked in vain: nobody's work fails for that. */
export function createMemoryCache<T>(limits: MemoryLimits<T>): MemoryCache<T> {
  const { name, maxBytes, maxEntries, bytesOf, idleMs = 0, expiryMs, now } = limits
  const counted = { hits: 0, misses: 0, evictions: 0, failures: 0, savedMs: 0 }
  const keepsNothing = maxBytes === 0 || maxEntries === 0
  // Bytes are counted with each value, and are a limit where one is given.
  const kept = new LRUCache<string, Kept<T>>({
    maxSize: maxBytes || Number.MAX_SAFE_INTEGER,
    ...(maxEntries ? { max: maxEntries } : {}),
    sizeCalculation: ({ value }) => Math.max(1, Math.round(bytesOf(value))),
    ttl: expiryMs ?? idleMs,
    updateAgeOnGet: expiryMs === undefined,
    ...(now ? { perf: { now }, ttlResolution: 0 } : {}),
    dispose: (_value, _key, reason) => {
      if (reason === 'evict' || reason === 'expire') counted.evictions += 1
    },
  })
  const unlessItFails = <R>(work: () => R): R | undefined => {
    try {
      return work()
    } catch {
      counted.failures += 1
      return undefined
    }
  }
  return {
    find(key) {
      const found = kept.get(key)
      if (!found) return undefined
      counted.hits += 1
      counted.savedMs += found.madeMs
      return found.value
    },
    peek: (key) => kept.peek(key)?.value,
    missed() {
      counted.misses += 1
    },
    keep(key, value, madeMs) {
      return !keepsNothing && unlessItFails(() => kept.set(key, { value, madeMs }).has(key)) === true
    },
    shared(savedMs) {
      counted.hits += 1
      counted.savedMs += Math.max(0, savedMs)
    },
    counters() {
      kept.purgeStale()
      const bytes = kept.calculatedSize ?? 0
      return { name, tier: 'memory', ...counted, entries: kept.size, bytes, maxBytes: maxBytes ?? null }
    },
  }
}
