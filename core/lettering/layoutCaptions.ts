import type { BoxPx } from '../box'
import { AppError } from '../errors'
import type { Place, Placement } from '../place/types'
import type { CaptionStyle } from '../style'
import { fitCaption } from './fitCaption'
import { resolveLook } from './resolveLook'
import type { Background, CaptionLayout, Measure } from './types'

export interface LayoutInput {
  readonly captions: readonly string[]
  readonly placement: Placement
  readonly style: CaptionStyle
  /** What is under each caption, same order; null counts as a busy picture. */
  readonly backgrounds: readonly (Background | null)[]
  readonly measure: Measure
  /** `limits.min_font_px` of the config. */
  readonly minFontPx: number
}

const busy: Background = { color: '#808080', flat: false }
/** Nothing smaller can be read on any screen, however small the picture. */
const absoluteMinPx = 6
/** Lettering of this many times the legible size need not spread any further. */
const comfortable = 3
const steps = [0, 0.25, 0.5, 0.75, 1] as const

/** Smallest legible lettering of a picture: the limit is meant for a longest side of 1024. */
export const legiblePx = (minFontPx: number, width: number, height: number): number =>
  Math.max(absoluteMinPx, (minFontPx * Math.max(width, height)) / 1024)

const between = (from: BoxPx, to: BoxPx, part: number): BoxPx => ({
  xPx: from.xPx + (to.xPx - from.xPx) * part,
  yPx: from.yPx + (to.yPx - from.yPx) * part,
  widthPx: from.widthPx + (to.widthPx - from.widthPx) * part,
  heightPx: from.heightPx + (to.heightPx - from.heightPx) * part,
  angle: from.angle,
})

/** Fits one caption in its box, or in as much of its room as makes it comfortable to read. */
function layoutOne(caption: string, place: Place, captionIndex: number, input: LayoutInput): CaptionLayout {
  const { placement, measure } = input
  const look = resolveLook(input.style, caption, input.backgrounds[captionIndex] ?? busy, place.verticalAlign)
  const minFontPx = legiblePx(input.minFontPx, placement.width, placement.height)
  const comfortablePx = Math.min(place.maxFontPx, Math.max(place.comfortableFontPx, comfortable * minFontPx))
  let best: CaptionLayout | null = null
  let failure: unknown
  for (const part of steps) {
    try {
      const box = between(place.box, place.room, part)
      const layout = fitCaption(caption, box, look, measure, { minFontPx, maxFontPx: place.maxFontPx, captionIndex })
      if (best === null || layout.fontPx > best.fontPx) best = layout
      if (layout.fontPx >= comfortablePx) break
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure = error
    }
  }
  if (best === null) throw failure
  return best
}

/**
 * Lays out all captions of a meme; the result of the browser's preview and of the worker is the same for the same measures.
 * @returns one layout per caption, same order; null for an empty one.
 * @throws AppError CAPTION_DOES_NOT_FIT that names the caption and says how much of it fits.
 */
export const layoutCaptions = (input: LayoutInput): readonly (CaptionLayout | null)[] =>
  input.placement.places.map((place, index) =>
    place === null ? null : layoutOne(input.captions[index]!, place, index, input),
  )
