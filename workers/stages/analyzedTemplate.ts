import type { AnalyzedTemplate } from '#core/analysis'
import type { Bitmap } from '#core/bitmap'
import { backgroundsUnder } from '#core/lettering/backgrounds'
import type { FilledBox } from '#core/recognition'
import type { TemplateBox } from '#core/template'
import type { Recognised } from './matchTemplate'
import { pictureSaliency } from './pictureSaliency'

/** A recognised template's own picture, as the live preview puts words on it. @param bitmap that picture */
export async function analyzedTemplate({ picture }: Recognised, bitmap: Bitmap): Promise<AnalyzedTemplate> {
  return {
    templateId: picture.templateId,
    pictureId: picture.pictureId,
    boxes: withGround(picture.boxes, bitmap),
    saliency: await pictureSaliency(bitmap),
  }
}

/** A template's boxes with what is under them, as `fillBoxes` sees it. @param bitmap the picture that they lie on */
export function withGround(boxes: readonly TemplateBox[], bitmap: Bitmap): readonly FilledBox[] {
  const under = backgroundsUnder(
    bitmap,
    boxes.map(({ box }) => box),
  )
  return boxes.map((box, index) => ({ ...box, background: { ...under[index]!, surface: null } }))
}
