import { hitRate } from '#core/performance/hitRate'

/** How much of what an operation asked its cache for was there, 0..1; null when it asked none. */
export const cacheShare = (figures: { readonly cacheHits: number; readonly cacheMisses: number }): number | null =>
  hitRate({ hits: figures.cacheHits, misses: figures.cacheMisses })
