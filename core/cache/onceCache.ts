import type { CacheCounters } from '../cacheCounters'
import { createMemoryCache, type MemoryLimits } from './memoryCache'
import { singleFlight } from './singleFlight'

/** Values in this process's memory that are made once, however many ask for them at the same moment. */
export interface OnceCache<T> {
  /**
   * The value, from memory or made.
   * @param make its signal is aborted when nobody waits for it any more
   * @param signal of who asks: he stops waiting, others get the value
   * @returns `hit` when it was there; false for who waited for it, also when another had it made
   * @throws what `make` throws, which is not kept, and the signal's reason
   */
  get(key: string, make: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<Found<T>>
  /** What is there; counts nothing. */
  peek(key: string): T | undefined
  counters(): CacheCounters
}

interface Found<T> {
  readonly value: T
  readonly hit: boolean
  /** Nobody else has it, nor will: it was not kept, and nobody asked for it at the same moment. Who got it may change it. */
  readonly isOwn: boolean
}

/** @param limits as of `createMemoryCache`; where they keep nothing, equal work at the same moment is still done once */
export function createOnceCache<T>(limits: MemoryLimits<T>): OnceCache<T> {
  const memory = createMemoryCache(limits)
  const fly = singleFlight<{ readonly value: T; readonly madeMs: number; readonly kept: boolean }>()
  return {
    async get(key, make, signal) {
      signal?.throwIfAborted()
      const known = memory.find(key)
      if (known !== undefined) return { value: known, hit: true, isOwn: false }
      const asked = performance.now()
      const { result, joined, isAlone } = fly(
        key,
        async (unwanted) => {
          memory.missed()
          const begun = performance.now()
          const value = await make(unwanted)
          const madeMs = performance.now() - begun
          return { value, madeMs, kept: memory.keep(key, value, madeMs) }
        },
        signal,
      )
      const { value, madeMs, kept } = await result
      if (joined) memory.shared(madeMs - (performance.now() - asked))
      return { value, hit: false, isOwn: !kept && isAlone() }
    },
    peek: memory.peek,
    counters: memory.counters,
  }
}
