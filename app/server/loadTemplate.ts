import { cache } from 'react'
import { TemplateBySlug } from '../client/templateDocuments'
import type { TemplateBySlugQuery } from '../generated/graphql'
import { publicQuery } from './publicQuery'

/** A published template for a page made on the server. Once per page, however many parts ask. */
export const loadTemplate = cache(
  async (slug: string): Promise<TemplateBySlugQuery['template']> =>
    (await publicQuery(TemplateBySlug, { slug })).template,
)
