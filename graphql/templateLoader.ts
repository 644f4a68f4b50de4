import DataLoader from 'dataloader'
import { templatesById } from '#store/templates/findTemplates'
import type { StoredTemplate } from '#store/templates/template'

/** Published templates by id; null for all others. */
export type TemplateLoader = DataLoader<string, StoredTemplate | null>

/** Looks the templates of a whole page of memes up with one query; lives as long as one request. */
export const templateLoader = (): TemplateLoader =>
  new DataLoader(async (ids) => {
    const found = await templatesById(ids, { state: 'PUBLISHED' })
    const byId = new Map(found.map((template) => [template.id, template]))
    return ids.map((id) => byId.get(id) ?? null)
  })
