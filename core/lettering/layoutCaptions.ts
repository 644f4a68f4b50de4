import { type BoxPx, toPx } from '../box'
import { AppError } from '../errors'
import { sharedPart } from '../place/frame'
import type { Place, Placement } from '../place/types'
import type { CaptionStyle } from '../style'
import { fitCaption } from './fitCaption'
import { resolveLook } from './resolveLook'
import type { Background, CaptionLayout, Measure } from './types'

/** Captions, where they go, and what they are set with. */
export interface LayoutInput {
  readonly captions: readonly string[]
  readonly placement: Placement
  /** How each caption looks, same order. */
  readonly styles: readonly CaptionStyle[]
  /** What is under each caption, same order; null counts as a busy picture. */
  readonly backgrounds: readonly (Background | null)[]
  readonly measure: Measure
  /** `limits.min_font_px` of the config. */
  readonly minFontPx: number
  /** Gives what was laid out for the same key before, or makes it; without it everything is made. */
  readonly known?: (key: string, make: () => CaptionLayout) => CaptionLayout
}

const busy: Background = { color: '#808080', flat: false }
/** Nothing smaller can be read on any screen, however small the picture. */
const absoluteMinPx = 6
/** Lettering of this many times the legible size need not spread any further. */
const comfortable = 3
/** Words that stay on their label may be this many times the legible size, rather than larger beyond its edge. */
const labelContent = 1.5
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

const sameBox = (one: BoxPx, other: BoxPx): boolean =>
  one.xPx === other.xPx && one.yPx === other.yPx && one.widthPx === other.widthPx && one.heightPx === other.heightPx

interface Attempt {
  readonly background: Background
  readonly box: BoxPx
  readonly room: BoxPx
  /** Smaller than this the next attempt is made. */
  readonly contentPx: number
}

/** On a label or bar, plain, as far as it reaches; where words would be too small there, over its edge with an outline. */
function attempts(place: Place, background: Background, placement: Placement, minFontPx: number): readonly Attempt[] {
  const free = { background, box: place.box, room: place.room, contentPx: 0 }
  if (!background.flat || !background.surface) return [free]
  const surface = toPx(background.surface, placement.width, placement.height)
  const label = { box: sharedPart(place.box, surface), room: sharedPart(place.room, surface) }
  return [
    { background, ...label, contentPx: labelContent * minFontPx },
    { ...free, background: { ...background, flat: false } },
  ]
}

/** The largest lettering of a caption in its box, or in as much of its room as makes it comfortable to read. */
function largest(captionIndex: number, place: Place, attempt: Attempt, minFontPx: number, input: LayoutInput) {
  const caption = input.captions[captionIndex]!
  const look = resolveLook(input.styles[captionIndex]!, caption, attempt.background, place.verticalAlign)
  const comfortablePx = Math.min(place.maxFontPx, Math.max(place.comfortableFontPx, comfortable * minFontPx))
  let best: CaptionLayout | null = null
  let failure: unknown
  for (const part of sameBox(attempt.box, attempt.room) ? [0] : steps) {
    try {
      const box = between(attempt.box, attempt.room, part)
      const options = { minFontPx, maxFontPx: place.maxFontPx, captionIndex }
      const layout = fitCaption(caption, box, look, input.measure, options)
      if (best === null || layout.fontPx > best.fontPx) best = layout
      if (layout.fontPx >= comfortablePx) break
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure = error
    }
  }
  return { best, failure }
}

function layoutOne(captionIndex: number, place: Place, input: LayoutInput): CaptionLayout {
  const { placement } = input
  const minFontPx = legiblePx(input.minFontPx, placement.width, placement.height)
  const background = input.backgrounds[captionIndex] ?? busy
  let best: CaptionLayout | null = null
  let failure: unknown
  for (const attempt of attempts(place, background, placement, minFontPx)) {
    const found = largest(captionIndex, place, attempt, minFontPx, input)
    failure = found.failure
    if (found.best !== null && (best === null || found.best.fontPx > best.fontPx)) best = found.best
    if (best !== null && best.fontPx >= attempt.contentPx) break
  }
  if (best === null) throw failure
  return best
}

/** Names all that decides how a caption is set. Where its place comes from, and which caption it is, does not. */
function keyOf(captionIndex: number, place: Place, input: LayoutInput): string {
  const { placement, minFontPx, captions, styles, backgrounds } = input
  const { regionId: _, kind: __, ...room } = place
  const under = backgrounds[captionIndex] ?? busy
  const { width, height } = placement
  return JSON.stringify([captions[captionIndex], room, styles[captionIndex], under, width, height, minFontPx])
}

/**
 * Lays out all captions of a meme; the result of the browser's preview and of the worker is the same for the same measures.
 * @returns one layout per caption, same order; null for an empty one.
 * @throws AppError CAPTION_DOES_NOT_FIT that names the caption and says how much of it fits.
 */
export const layoutCaptions = (input: LayoutInput): readonly (CaptionLayout | null)[] =>
  input.placement.places.map((place, index) => {
    if (place === null) return null
    const make = () => layoutOne(index, place, input)
    return input.known ? input.known(keyOf(index, place, input), make) : make()
  })
