import { findTemplate } from '#store/templates/findTemplates'
import type { QueryResolvers } from '../../generated/resolvers'

/** A published template by slug; null when there is none. */
export const template: NonNullable<QueryResolvers['template']> = async (_root, { slug }) => {
  const found = await findTemplate(slug)
  return found?.state === 'PUBLISHED' ? found : null
}
