import { allTags, countTemplates } from '#store/curation/listTemplates'
import { recurringUploads } from '#store/recurringUploads'
import { emptySearches } from '#store/templates/emptySearches'
import { findTemplate } from '#store/templates/findTemplates'
import { formerHolder } from '#store/templates/followTemplates'
import { likelyDuplicatePairs } from '#store/templates/vectors/likenesses'
import { vectorProgress } from '#store/templates/vectors/vectorProgress'
import type { CurationResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'
import { curatedTemplates } from './curatedTemplates'
import { templateChanges } from './templateChanges'

const size = (first: number | null | undefined, usual: number): number => inRange('first', first ?? usual, 1, 100)

/** What curators see. Nobody else gets here: `curation` is the door. */
export const curationFields: CurationResolvers = {
  curator: (curator) => curator,
  async counts() {
    const { DRAFT, PUBLISHED, RETIRED } = await countTemplates()
    return { draft: DRAFT, published: PUBLISHED, retired: RETIRED }
  },
  templates: curatedTemplates,
  template: async (_curator, { id }) => (await findTemplate(id)) ?? formerHolder(id),
  tags: (_curator, { first }) => allTags(size(first, 100)),
  duplicates: (_curator, { first }) => likelyDuplicatePairs(size(first, 40)),
  emptySearches: (_curator, { first }) => emptySearches(size(first, 40)),
  async recurringUploads(_curator, { first }) {
    const uploads = await recurringUploads(size(first, 40))
    return uploads.map(({ file, width, height, ...upload }) => ({ ...upload, picture: { file, width, height } }))
  },
  vectors: () => vectorProgress(),
  changes: (_curator, { templateId, actor, first, after }) =>
    templateChanges(
      { ...(templateId == null ? {} : { templateId }), ...(actor == null ? {} : { actor }) },
      { first: first ?? 40, ...(after == null ? {} : { after }) },
    ),
}
