import { TemplateIssuesError } from '#core/curation/fieldIssues'
import type { PictureChoice } from '#store/curation/choosePictures'
import type { TemplatePictureInput } from '../../generated/resolvers'

/** @throws TemplateIssuesError INPUT_INVALID unless each names exactly one picture */
export function readPictureChoices(inputs: readonly TemplatePictureInput[]): readonly PictureChoice[] {
  return inputs.map(({ style, pictureId, pictureJobId }, index) => {
    if (pictureId != null && pictureJobId == null) return { style, pictureId }
    if (pictureJobId != null && pictureId == null) return { style, pictureJobId }
    const message = 'Name the picture by pictureId when the template has it, and by pictureJobId when it is new.'
    throw new TemplateIssuesError('INPUT_INVALID', [{ field: `pictures.${index}`, message }])
  })
}
