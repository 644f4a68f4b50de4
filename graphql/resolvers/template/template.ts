import { leadingTemplate } from '#store/templates/followTemplates'
import type { QueryResolvers } from '../../generated/resolvers'

/** A published template by slug or id, also by those it had before and those of what was merged into it; null when there is none. */
export const template: NonNullable<QueryResolvers['template']> = async (_root, { slug }) => {
  const found = await leadingTemplate(slug)
  return found?.state === 'PUBLISHED' ? found : null
}
