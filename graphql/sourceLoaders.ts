import DataLoader from 'dataloader'
import type { Upload } from '#store/generated/prisma/client'
import { leadingTemplates } from '#store/templates/followTemplates'
import type { StoredTemplate } from '#store/templates/template'
import { findUploads } from '#store/uploads'

/** What requests name as their pictures; null where there is nothing. */
export interface SourceLoaders {
  /** By the upload's id. */
  readonly upload: DataLoader<string, Upload | null>
  /** By slug, former slug or id: the template that it leads to, in whatever state. */
  readonly template: DataLoader<string, StoredTemplate | null>
}

/** Looks the sources of a whole batch up with one query of each kind; lives as long as one request. */
export const sourceLoaders = (): SourceLoaders => ({
  upload: new DataLoader(async (ids) => {
    const found = await findUploads(ids)
    return ids.map((id) => found.get(id) ?? null)
  }),
  template: new DataLoader(async (names) => {
    const found = await leadingTemplates(names)
    return names.map((name) => found.get(name) ?? null)
  }),
})
