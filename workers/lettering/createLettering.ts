import { createCanvas } from '@napi-rs/canvas'
import { createMemoryCache } from '#core/cache/memoryCache'
import type { CacheCounters } from '#core/cacheCounters'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { canvasMeasure } from '#core/lettering/canvasMeasure'
import type { TextContext } from '#core/lettering/canvasText'
import { fontFor } from '#core/lettering/fonts'
import { type LayoutInput, layoutCaptions } from '#core/lettering/layoutCaptions'
import { cachedMeasure } from '#core/lettering/measureCache'
import type { CaptionLayout } from '#core/lettering/types'
import { unsupportedCharacters } from '#core/lettering/unsupportedCharacters'
import { registerFonts } from './registerFonts'

const fontNames = ['anton', 'noto-sans', 'comic'] as const
const warmWords = 'Words 😂'

/** Sets captions with the project's fonts. */
export interface Lettering {
  /**
   * Lays captions out with the fonts that they need.
   * @throws AppError UNSUPPORTED_CHARACTERS, CAPTION_DOES_NOT_FIT
   */
  layout(input: Omit<LayoutInput, 'measure' | 'known'>): readonly (CaptionLayout | null)[]
  /** Loads what the first captions would wait for: the character tables, Latin letters and emoji (0.3 s). */
  warm(): void
  /** What its memories have counted, for performance data. */
  readonly reports: readonly (() => CacheCounters)[]
}

type Settings = Pick<
  Config['cache'],
  'enable_font_cache' | 'font_cache_size' | 'enable_text_cache' | 'text_cache_size' | 'memory_idle_minutes'
>

/** Roughly: a key of some 600 letters, and per line as much as an object of five fields. */
const bytesOfLayout = ({ lines }: CaptionLayout): number =>
  1500 + lines.reduce((sum, { text }) => sum + 120 + 2 * text.length, 0)

/**
 * What a worker letters with: fonts, a canvas to measure on, and the memories of measures and of set captions that `cache` of the config allows.
 * Fonts and code are this process's, with which both end.
 * @param now milliseconds that never go back
 */
export function createLettering(cache: Settings, now?: () => number): Lettering {
  const context = createCanvas(1, 1).getContext('2d') as unknown as TextContext
  const idleMs = cache.memory_idle_minutes * 60_000
  const measure = cachedMeasure(canvasMeasure(context), {
    enabled: cache.enable_font_cache,
    fonts: cache.font_cache_size,
    idleMs,
    ...(now && { now }),
  })
  const set = createMemoryCache<CaptionLayout>({
    name: 'shaped_text',
    maxEntries: cache.enable_text_cache ? cache.text_cache_size : 0,
    bytesOf: bytesOfLayout,
    idleMs,
    ...(now && { now }),
  })
  const known = (key: string, make: () => CaptionLayout): CaptionLayout => {
    const found = set.find(key)
    if (found) return found
    set.missed()
    const start = performance.now()
    const layout = make()
    set.keep(key, layout, performance.now() - start)
    return layout
  }
  return {
    layout(input) {
      const characters = unsupportedCharacters(input.captions.join('\n'))
      if (characters.length > 0) {
        throw new AppError(
          'UNSUPPORTED_CHARACTERS',
          `None of our fonts can draw ${characters.join(' ')}. Take it out of the caption.`,
          {
            details: { characters },
          },
        )
      }
      input.captions.forEach((caption, index) => {
        registerFonts(input.styles[index]!.font, caption)
      })
      return layoutCaptions({ ...input, measure, known })
    },
    warm() {
      unsupportedCharacters(warmWords)
      for (const font of fontNames) {
        registerFonts(font, warmWords)
        measure(warmWords, fontFor(font, warmWords), 64)
      }
    },
    reports: [measure.counters, set.counters],
  }
}
