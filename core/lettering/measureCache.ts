import { LRUCache } from 'lru-cache'
import type { CacheCounters } from '../cacheCounters'
import type { FontSpec, Ink, Measure } from './types'

/** Texts remembered per font at a size; about 1 MB when full. */
const textsPerFont = 4096
/** A text's own letters, and this many bytes for what is known of it. */
const bytesPerInk = 160
/** How much the latest measure counts in what one takes. */
const latest = 0.1

/** A `Measure` with a memory. */
export interface CachedMeasure extends Measure {
  /** Entries are texts, of all fonts together. */
  counters(): CacheCounters
}

/** A font's time is looked at this often only: measuring is quicker than looking at the clock. */
const clockMs = 60_000

/** How much is remembered. */
export interface MeasureMemory {
  readonly enabled: boolean
  /** Fonts, each a family list at a size. */
  readonly fonts: number
  /** A font that nobody measured with for so long is forgotten; undefined: none is. */
  readonly idleMs?: number
  /** Milliseconds that never go back. */
  readonly now?: () => number
}

const bytesOf = (text: string): number => 2 * text.length + bytesPerInk

/**
 * Remembers measures: captions of one picture, of one preview while typing, and of one popular template repeat their words.
 * `cache.enable_font_cache`, `cache.font_cache_size` and `cache.memory_idle_minutes` decide whether, for how many fonts and for how long.
 */
export function cachedMeasure(
  measure: Measure,
  { enabled, fonts: most, idleMs = 0, now }: MeasureMemory,
): CachedMeasure {
  const counted = { hits: 0, misses: 0, evictions: 0, failures: 0, savedMs: 0, entries: 0, bytes: 0 }
  let measureMs = 0
  const forget = (text: string) => {
    counted.entries -= 1
    counted.bytes -= bytesOf(text)
    counted.evictions += 1
  }
  const fonts =
    enabled && most > 0
      ? new LRUCache<string, LRUCache<string, Ink>>({
          max: most,
          ttl: idleMs,
          updateAgeOnGet: true,
          ...(now ? { perf: { now }, ttlResolution: 0 } : { ttlResolution: clockMs }),
          dispose: (texts) => {
            for (const text of texts.keys()) forget(text)
          },
        })
      : undefined
  const textsOf = (font: FontSpec, sizePx: number): LRUCache<string, Ink> | undefined => {
    if (!fonts) return undefined
    const key = `${font.weight} ${sizePx} ${font.stack}`
    const known = fonts.get(key)
    if (known) return known
    const texts = new LRUCache<string, Ink>({ max: textsPerFont, dispose: (_ink, text) => forget(text) })
    fonts.set(key, texts)
    return texts
  }
  const measured: Measure = (text, font, sizePx) => {
    const texts = textsOf(font, sizePx)
    const known = texts?.get(text)
    if (known) {
      counted.hits += 1
      counted.savedMs += measureMs
      return known
    }
    counted.misses += 1
    const start = performance.now()
    const ink = measure(text, font, sizePx)
    const tookMs = performance.now() - start
    measureMs = measureMs === 0 ? tookMs : measureMs + latest * (tookMs - measureMs)
    if (texts) {
      texts.set(text, ink)
      counted.entries += 1
      counted.bytes += bytesOf(text)
    }
    return ink
  }
  return Object.assign(measured, {
    counters: (): CacheCounters => {
      fonts?.purgeStale()
      return { name: 'font', tier: 'memory', ...counted, maxBytes: null }
    },
  })
}
