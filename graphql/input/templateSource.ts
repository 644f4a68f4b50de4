import { AppError } from '#core/errors'
import type { TemplateSource } from '#core/jobPayload'
import { type ChosenStyle, styleInBox } from '#core/style'
import { findTemplate } from '#store/templates/findTemplates'
import { defaultPicture } from '#store/templates/template'

/**
 * A published template as a source: its own picture, and its boxes in the style that words get there.
 * @param idOrSlug as the client named it
 * @throws AppError NOT_FOUND
 */
export async function readTemplateSource(idOrSlug: string, chosen: ChosenStyle): Promise<TemplateSource> {
  const template = await findTemplate(idOrSlug)
  if (template?.state !== 'PUBLISHED')
    throw new AppError('NOT_FOUND', 'There is no published template with this name or id.', {
      details: { field: 'source.templateId' },
    })
  return {
    templateId: template.id,
    sha256: defaultPicture(template).sourceSha256,
    boxes: template.boxes.map(({ box, style }) => ({ box, style: styleInBox(style, chosen) })),
  }
}

/**
 * Captions for a template's boxes. Empty ones beyond the last box are dropped.
 * @throws AppError TOO_MANY_CAPTIONS
 */
export function captionsForBoxes(captions: readonly string[], { boxes }: TemplateSource): readonly string[] {
  const max = boxes.length
  if (captions.slice(max).some((caption) => caption !== ''))
    throw new AppError(
      'TOO_MANY_CAPTIONS',
      `This template has ${max} ${max === 1 ? 'place' : 'places'} for words, and there are ${captions.length} captions. Take some away.`,
      { details: { max } },
    )
  return captions.slice(0, max)
}
