import type { Bitmap } from '#core/bitmap'
import type { Decision } from '#core/decide'
import type { GeneratePayload } from '#core/jobPayload'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import type { Background, CaptionLayout } from '#core/lettering/types'
import { placeCaptions } from '#core/place/placeCaptions'
import { seeksFreePlaces } from '#core/place/seeksFreePlaces'
import type { PlaceKind, Placement, SaliencyGrid } from '#core/place/types'
import { defaultStyle } from '#core/style'
import type { TextRegion } from '#core/text'
import type { Parts } from '../parts'
import { pictureSaliency } from './pictureSaliency'

/** Captions with their places and lines, ready to be drawn. */
export interface PlacedText {
  readonly placement: Placement
  readonly layouts: readonly (CaptionLayout | null)[]
  /** Where the first caption is: for the report. */
  readonly kind: PlaceKind
}

/** Nobody asks. */
const unseen: SaliencyGrid = { columns: 1, rows: 1, values: [0] }

/** What is under each caption of a placement; null for an empty one, and on the picture, where lettering is always outlined. */
function backgroundsOf(
  placement: Placement,
  regions: readonly TextRegion[],
  bitmap: Bitmap,
): readonly (Background | null)[] {
  return placement.places.map((place) => {
    if (place?.kind === 'bar') return { color: placement.canvas.barColor, flat: true }
    const region = regions.find(({ id }) => id === place?.regionId)
    return region === undefined ? null : backgroundsUnder(bitmap, [region.box])[0]!
  })
}

/**
 * Decides where the captions go and how they are set.
 * @param bitmap the picture without the words that `decision` takes away
 * @throws AppError TOO_MANY_CAPTIONS, NO_TEXT_TO_REPLACE, CAPTION_DOES_NOT_FIT, UNSUPPORTED_CHARACTERS
 */
export async function placeText(
  payload: Pick<GeneratePayload, 'captions' | 'mode' | 'style'>,
  bitmap: Bitmap,
  regions: readonly TextRegion[],
  decision: Decision,
  { config, lettering }: Pick<Parts, 'config' | 'lettering'>,
): Promise<PlacedText> {
  const { captions, mode, style } = payload
  const { width, height } = bitmap
  const replacedIds = new Set(decision.replace.map((region) => region.id))
  const wanted = { regions: decision.replace, captions, mode }
  const placement = placeCaptions({
    ...wanted,
    kept: regions.filter((region) => !replacedIds.has(region.id)),
    width,
    height,
    saliency: seeksFreePlaces(wanted) ? await pictureSaliency(bitmap) : unseen,
  })
  const styles = captions.map(() => ({ ...defaultStyle, ...style }))
  const backgrounds = backgroundsOf(placement, regions, bitmap)
  const layouts = lettering.layout({ captions, placement, styles, backgrounds, minFontPx: config.limits.min_font_px })
  const kind = placement.places.find((place) => place !== null)?.kind ?? 'overlay'
  return { placement, layouts, kind }
}
