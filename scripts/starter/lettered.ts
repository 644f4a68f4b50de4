import type { Bitmap } from '#core/bitmap'
import type { CaptionLayout } from '#core/lettering/types'
import type { TemplateDefinition } from '#core/template'
import { config } from '#store/config'
import { createLettering } from '#workers/lettering/createLettering'
import { fillBoxes } from '#workers/stages/fillBoxes'

const lettering = createLettering(config().cache)

/**
 * A template's example captions laid out in its boxes, by the code that letters memes.
 * @param minFontPx as `limits.min_font_px` of the config.
 * @throws AppError CAPTION_DOES_NOT_FIT
 */
export function letteredExamples(
  { boxes }: Pick<TemplateDefinition, 'boxes'>,
  bitmap: Bitmap,
  minFontPx: number,
): readonly CaptionLayout[] {
  const examples = boxes.map(({ example }) => example)
  return fillBoxes(examples, boxes, bitmap, lettering, minFontPx).layouts.filter((layout) => layout !== null)
}
