import { AppError } from '#core/errors'
import type { TemplateSource } from '#core/jobPayload'
import { type ChosenStyle, styleInBox } from '#core/style'
import type { TemplatePicture } from '#store/generated/prisma/client'
import { defaultPicture, type StoredTemplate } from '#store/templates/template'
import type { Maybe } from '../generated/resolvers'
import type { SourceLoaders } from '../sourceLoaders'

/** @throws AppError NOT_FOUND that names what there is */
function pictureOf(template: StoredTemplate, style: Maybe<string> | undefined): TemplatePicture {
  if (style == null) return defaultPicture(template)
  const picture = template.pictures.find((one) => one.style === style)
  if (picture) return picture
  const names = template.pictures.map((one) => `“${one.style}”`).join(', ')
  throw new AppError('NOT_FOUND', `This template has no picture called “${style}”. There is ${names}.`, {
    details: { field: 'templateStyle' },
  })
}

/**
 * A published template as a source: one of its pictures, and its boxes in the style that words get there.
 * @param idOrSlug as the client named it; a former slug and what was merged lead to the template, too
 * @param style of the picture; the default one when there is none
 * @throws AppError NOT_FOUND
 */
export async function readTemplateSource(
  idOrSlug: string,
  style: Maybe<string> | undefined,
  chosen: ChosenStyle,
  sources: SourceLoaders,
): Promise<TemplateSource> {
  const template = await sources.template.load(idOrSlug)
  if (template?.state !== 'PUBLISHED')
    throw new AppError('NOT_FOUND', 'There is no published template with this name or id.', {
      details: { field: 'source.templateId' },
    })
  return {
    templateId: template.id,
    sha256: pictureOf(template, style).sourceSha256,
    boxes: template.boxes.map((one) => ({ box: one.box, style: styleInBox(one.style, chosen) })),
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
