import { createCanvas } from '@napi-rs/canvas'
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
  layout(input: Omit<LayoutInput, 'measure'>): readonly (CaptionLayout | null)[]
  /** Loads what the first captions would wait for: the character tables, Latin letters and emoji (0.3 s). */
  warm(): void
}

/** What a worker letters with: fonts, a canvas to measure on, and the memory of measures that `cache` of the config allows. */
export function createLettering(cache: Pick<Config['cache'], 'enable_font_cache' | 'font_cache_size'>): Lettering {
  const context = createCanvas(1, 1).getContext('2d') as unknown as TextContext
  const measure = cachedMeasure(canvasMeasure(context), {
    enabled: cache.enable_font_cache,
    fonts: cache.font_cache_size,
  })
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
      return layoutCaptions({ ...input, measure })
    },
    warm() {
      unsupportedCharacters(warmWords)
      for (const font of fontNames) {
        registerFonts(font, warmWords)
        measure(warmWords, fontFor(font, warmWords), 64)
      }
    },
  }
}
