import { LRUCache } from 'lru-cache'
import type { FontSpec, Ink, Measure } from './types'

/** Texts remembered per font at a size; about 1 MB when full. */
const textsPerFont = 4096

/**
 * Remembers measures: captions of one picture, of one preview while typing, and of one popular template repeat their words.
 * `cache.enable_font_cache` and `cache.font_cache_size` decide whether and for how many fonts (a family list at a size).
 */
export function cachedMeasure(
  measure: Measure,
  options: { readonly enabled: boolean; readonly fonts: number },
): Measure {
  if (!options.enabled || options.fonts === 0) return measure
  const fonts = new LRUCache<string, LRUCache<string, Ink>>({ max: options.fonts })
  return (text: string, font: FontSpec, sizePx: number): Ink => {
    const key = `${font.weight} ${sizePx} ${font.stack}`
    let texts = fonts.get(key)
    if (texts === undefined) {
      texts = new LRUCache({ max: textsPerFont })
      fonts.set(key, texts)
    }
    let ink = texts.get(text)
    if (ink === undefined) {
      ink = measure(text, font, sizePx)
      texts.set(text, ink)
    }
    return ink
  }
}
