import { changedFields, isSameState, type TellableTemplate } from '#core/curation/changedFields'
import { AppError } from '#core/errors'
import type { TemplateChange } from '#store/generated/prisma/client'
import type { CurationLoaders } from '../../curationLoaders'
import type { TemplateChangeResolvers } from '../../generated/resolvers'

const tellable = (definition: TemplateChange['after']) => definition as unknown as TellableTemplate

async function now({ templateId }: TemplateChange, { curation }: { readonly curation: CurationLoaders }) {
  const template = await curation.templates.load(templateId)
  if (template === null) throw new AppError('NOT_FOUND', 'This template was deleted just now.')
  return template
}

/** How a row of the history becomes what curators see. */
export const templateChangeFields: TemplateChangeResolvers = {
  template: (change, _args, context) => now(change, context),
  at: ({ createdAt }) => createdAt,
  fields: ({ before, after }) => changedFields(before === null ? null : tellable(before), tellable(after)),
  current: async (change, _args, context) => isSameState(tellable(change.after), await now(change, context)),
}
