import type {
  CleanTemplateResolvers,
  FilledBoxResolvers,
  RecognitionReportResolvers,
  TemplateMatchResolvers,
} from '../../generated/resolvers'
import { templateBoxFields } from '../template/templateFields'

const how = {
  'fingerprint+alignment': 'Found by its fingerprint, confirmed by laying both pictures on each other.',
} as const

/** How a stored match becomes the public one. The template is read anew: it may have been retired since. */
export const templateMatchFields: TemplateMatchResolvers = {
  template: ({ templateId }, _args, { templates }) => templates.load(templateId),
  how: (match) => how[match.how],
}

/** A box's style in the contract's words; null is `auto`. */
export const filledBoxFields: FilledBoxResolvers = templateBoxFields

/** The picture is looked up anew: it may have been replaced since. */
export const cleanTemplateFields: CleanTemplateResolvers = {
  picture: async ({ templateId, pictureId }, _args, { templates }) => {
    const template = await templates.load(templateId)
    const picture = template?.pictures.find(({ id }) => id === pictureId)
    return picture ? { file: picture.file, width: picture.width, height: picture.height } : null
  },
}

/** How a stored report of a recognition becomes the public one. */
export const recognitionReportFields: RecognitionReportResolvers = {
  template: ({ templateId }, _args, { templates }) => templates.load(templateId),
}
