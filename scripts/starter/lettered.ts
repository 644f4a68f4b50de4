import type { Bitmap } from '#core/bitmap'
import { toPx } from '#core/box'
import type { CaptionLayout } from '#core/lettering/types'
import type { Place } from '#core/place/types'
import type { TemplateDefinition } from '#core/template'
import { createLettering } from '#workers/lettering/createLettering'
import { backgroundsUnder } from '#workers/stages/backgrounds'

const lettering = createLettering({ enable_font_cache: true, font_cache_size: 8 })
/** Largest lettering on a template, as a fraction of its longer side: larger shouts. */
const largest = 0.085

/**
 * A template's example captions laid out in its boxes, by the code that letters memes.
 * @param minFontPx as `limits.min_font_px` of the config.
 * @throws AppError CAPTION_DOES_NOT_FIT
 */
export function letteredExamples(
  template: Pick<TemplateDefinition, 'boxes'>,
  bitmap: Bitmap,
  minFontPx: number,
): readonly CaptionLayout[] {
  const { width, height } = bitmap
  const backgrounds = backgroundsUnder(
    bitmap,
    template.boxes.map(({ box }) => box),
  )
  return template.boxes.flatMap(({ box, style, example }, index) => {
    const boxPx = toPx(box, width, height)
    const { verticalAlign } = style
    const place: Place = {
      kind: 'replaced',
      regionId: null,
      box: boxPx,
      room: boxPx,
      comfortableFontPx: 0,
      maxFontPx: largest * Math.max(width, height),
      verticalAlign: verticalAlign === 'auto' ? 'middle' : verticalAlign,
    }
    const placement = { width, height, canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' }, places: [place] }
    const background = { ...backgrounds[index]!, surface: null }
    return lettering
      .layout({ captions: [example], placement, style, backgrounds: [background], minFontPx })
      .filter((layout) => layout !== null)
  })
}
