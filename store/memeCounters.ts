import type { CacheCounters } from '#core/cacheCounters'
import { config } from './config'
import { reportCache } from './performance/reportCache'

type Counted = { -readonly [Name in 'hits' | 'misses' | 'evictions' | 'savedMs']: CacheCounters[Name] }

/** Through globalThis: the site's bundler makes several copies of a module. */
const shared = globalThis as typeof globalThis & { memezapMemeCounters?: Counted }

function counted(): Counted {
  if (!shared.memezapMemeCounters) {
    const counts = { hits: 0, misses: 0, evictions: 0, savedMs: 0 }
    shared.memezapMemeCounters = counts
    const maxBytes = config().storage.max_meme_mib * 2 ** 20
    reportCache(() => ({
      name: 'meme',
      tier: 'postgres',
      ...counts,
      failures: 0,
      entries: null,
      bytes: null,
      maxBytes,
    }))
  }
  return shared.memezapMemeCounters
}

/** Counts looks for finished memes. @param savedMs what making those that were there took */
export function countMemeLooks(looks: number, savedMs: readonly number[]): void {
  const counts = counted()
  counts.hits += savedMs.length
  counts.misses += looks - savedMs.length
  counts.savedMs += savedMs.reduce((sum, ms) => sum + ms, 0)
}

/** Counts memes that were deleted because their time was over, or to make room. */
export function countMemesGone(count: number): void {
  counted().evictions += count
}
