import DataLoader from 'dataloader'
import { templatesById } from '#store/templates/findTemplates'
import type { StoredTemplate } from '#store/templates/template'
import { type DescribedParts, describedParts } from '#store/templates/vectors/describedParts'

/** What fields for curators look up for a whole list with one query. */
export interface CurationLoaders {
  /** Templates of every state by id. */
  readonly templates: DataLoader<string, StoredTemplate | null>
  /** What the worker has made of a template's picture, by its id. */
  readonly described: DataLoader<string, DescribedParts>
}

const nothing: DescribedParts = { recognition: false, clip: false }

/** Lives as long as one request; a mutation reads what it has changed by itself. */
export const curationLoaders = (): CurationLoaders => ({
  templates: new DataLoader(async (ids) => {
    const byId = new Map((await templatesById(ids)).map((template) => [template.id, template]))
    return ids.map((id) => byId.get(id) ?? null)
  }),
  described: new DataLoader(async (ids) => {
    const byId = await describedParts(ids)
    return ids.map((id) => byId.get(id) ?? nothing)
  }),
})
