import type { Bitmap } from '#core/bitmap'
import type { Decision } from '#core/decide'
import type { GeneratePayload } from '#core/jobPayload'
import { type RecognisedPlaceInput, recognisedPlaces } from '#core/place/recognisedPlaces'
import type { RecognisedPlaces } from '#core/recognition'
import { styleInBox } from '#core/style'
import type { LetteredBox } from '#core/template'
import type { TextRegion } from '#core/text'
import type { Parts } from '../parts'
import { fillBoxes } from './fillBoxes'
import { type PlacedText, placeText } from './placeText'

/** Captions on a recognised picture, and which of its places they took; null: those that the mode says. */
export interface PlacedOnRecognised {
  readonly words: PlacedText
  readonly places: RecognisedPlaces | null
}

/**
 * Puts the captions into the template's boxes, or where old words stood, as was asked and as there is room.
 * @param bitmap the picture without the words that `decision` takes away
 * @param regions all that stands on it, as for `placeText`
 * @param kept those that somebody wants to stay
 * @throws AppError TOO_MANY_CAPTIONS, NO_TEXT_TO_REPLACE, CAPTION_DOES_NOT_FIT, UNSUPPORTED_CHARACTERS
 */
export async function placeOnRecognised(
  payload: Pick<GeneratePayload, 'captions' | 'mode' | 'style' | 'places'>,
  bitmap: Bitmap,
  boxes: readonly LetteredBox[],
  regions: readonly TextRegion[],
  kept: readonly TextRegion[],
  decision: Decision,
  parts: Pick<Parts, 'config' | 'lettering'>,
): Promise<PlacedOnRecognised> {
  const { captions, mode, style, places } = payload
  const { width, height } = bitmap
  const input: RecognisedPlaceInput<LetteredBox> = {
    captions,
    mode,
    places,
    boxes,
    regions: decision.replace,
    kept,
    width,
    height,
  }
  const taken = recognisedPlaces(input)
  if (taken.taken !== 'TEMPLATE_BOXES')
    return { words: await placeText(payload, bitmap, regions, decision, parts), places: taken.taken }
  const styled = taken.boxes.map((one) => ({ box: one.box, style: styleInBox(one.style, style) }))
  const { min_font_px: minFontPx } = parts.config.limits
  const words = fillBoxes(captions.slice(0, styled.length), styled, bitmap, parts.lettering, minFontPx)
  return { words, places: 'TEMPLATE_BOXES' }
}
