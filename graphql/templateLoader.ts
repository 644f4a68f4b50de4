import DataLoader from 'dataloader'
import { followTemplates } from '#store/templates/followTemplates'
import type { StoredTemplate } from '#store/templates/template'

/** Published templates by id, or what they were merged into; null for all others. */
export type TemplateLoader = DataLoader<string, StoredTemplate | null>

/** Looks the templates of a whole page of memes up with one query; lives as long as one request. */
export const templateLoader = (): TemplateLoader =>
  new DataLoader(async (ids) => {
    const found = await followTemplates(ids)
    return ids.map((id) => {
      const template = found.get(id)
      return template?.state === 'PUBLISHED' ? template : null
    })
  })
