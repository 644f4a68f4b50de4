/** What is kept so that it is not done again; performance data, docs and `/metrics` use these names. */
export const cacheNames = [
  'ocr',
  'embedding',
  'fingerprint',
  'match',
  'analysis',
  'decoded',
  'cleaned',
  'template_picture',
  'font',
  'shaped_text',
  'meme',
] as const

/** A cache, as performance data names it. */
export type CacheName = (typeof cacheNames)[number]

/** Where a cache keeps what it keeps: in one process's memory, or where all processes find it. */
export type CacheTier = 'memory' | 'postgres' | 'redis'

/** What one process has counted of one cache since it started; all but the last three only rise. */
export interface CacheCounters {
  readonly name: CacheName
  readonly tier: CacheTier
  readonly hits: number
  readonly misses: number
  /** Left out to make room or because its time was over. */
  readonly evictions: number
  /** Times the cache could not be asked or written; the work was done without it. */
  readonly failures: number
  /** Milliseconds that hits did not take: per hit, what making the value anew took lately. */
  readonly savedMs: number
  /** Kept now; null where only the shared store knows. */
  readonly entries: number | null
  /** Bytes kept now; null where only the shared store knows. */
  readonly bytes: number | null
  /** Most bytes that may be kept; null without such a limit. */
  readonly maxBytes: number | null
}
