import { missingForPublishing } from '#core/curation/missingForPublishing'
import { markedDifferent } from '#store/curation/markDifferent'
import { formerSlugs } from '#store/templates/followTemplates'
import type { StoredTemplate } from '#store/templates/template'
import { likelyDuplicates } from '#store/templates/vectors/likenesses'
import type { CuratedPictureResolvers, CuratedTemplateResolvers } from '../../generated/resolvers'
import { picturesInOrder, thumbnailOf } from '../template/templateFields'
import { templateChanges } from './templateChanges'

const isThere = (template: StoredTemplate | null): template is StoredTemplate => template !== null

/** How a template's row becomes what curators see. Fields that are not here have the row's own names and values. */
export const curatedTemplateFields: CuratedTemplateResolvers = {
  template: (template) => template,
  mergedInto: ({ mergedInto }, _args, { curation }) =>
    mergedInto === null ? null : curation.templates.load(mergedInto),
  wasPublished: ({ publishedAt }) => publishedAt !== null,
  formerSlugs: ({ id }) => formerSlugs(id),
  missing: (template) => missingForPublishing(template),
  pictures: (template) => picturesInOrder(template),
  duplicates: ({ id }) => likelyDuplicates(id),
  async duplicatesKnown({ pictures }, _args, { curation }) {
    const described = await Promise.all(pictures.map(({ id }) => curation.described.load(id)))
    return described.every(({ recognition }) => recognition)
  },
  async markedDifferent({ id }, _args, { curation }) {
    const ids = await markedDifferent(id)
    return (await Promise.all(ids.map((other) => curation.templates.load(other)))).filter(isThere)
  },
  history: ({ id }, { first, after }) =>
    templateChanges({ templateId: id }, { first: first ?? 20, ...(after == null ? {} : { after }) }),
}

/** How a template's picture becomes what curators see. */
export const curatedPictureFields: CuratedPictureResolvers = {
  image: ({ file, width, height }) => ({ file, width, height }),
  thumbnail: thumbnailOf,
  fingerprinted: async ({ id }, _args, { curation }) => (await curation.described.load(id)).recognition,
  embedded: async ({ id }, _args, { curation }) => (await curation.described.load(id)).clip,
}
