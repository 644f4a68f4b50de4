import type { Bitmap } from '#core/bitmap'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import { templatePlaces } from '#core/place/templatePlaces'
import type { LetteredBox } from '#core/template'
import type { Lettering } from '../lettering/createLettering'
import type { PlacedText } from './placeText'

/**
 * Sets the captions in a template's boxes, each in its box's style.
 * @param bitmap the template's picture
 * @param minFontPx as `limits.min_font_px` of the config
 * @throws AppError CAPTION_DOES_NOT_FIT, UNSUPPORTED_CHARACTERS
 */
export function fillBoxes(
  captions: readonly string[],
  boxes: readonly LetteredBox[],
  bitmap: Bitmap,
  lettering: Lettering,
  minFontPx: number,
): PlacedText {
  const filled = boxes.slice(0, captions.length)
  const placement = templatePlaces(filled, captions, bitmap.width, bitmap.height)
  const under = backgroundsUnder(
    bitmap,
    filled.map(({ box }) => box),
  )
  // How far a label reaches does not matter: the box says where the words go.
  const backgrounds = under.map((background) => ({ ...background, surface: null }))
  const styles = filled.map(({ style }) => style)
  const layouts = lettering.layout({ captions, placement, styles, backgrounds, minFontPx })
  return { placement, layouts, kind: 'template' }
}
