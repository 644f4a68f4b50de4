import { AppError } from '#core/errors'
import type { StoredTemplate } from '#store/templates/template'
import type { LikenessHow } from '#store/templates/vectors/likenesses'
import type { CurationLoaders } from '../../curationLoaders'
import type {
  DuplicateEvidence,
  DuplicatePairResolvers,
  TemplateDuplicateResolvers,
  VectorFailureResolvers,
} from '../../generated/resolvers'

const evidence: Readonly<Record<LikenessHow, DuplicateEvidence>> = {
  'fingerprint+alignment': 'FINGERPRINT',
  clip: 'CLIP',
}

/** A template that a row of the database names. @throws AppError NOT_FOUND when it was deleted in this very moment */
async function named(id: string, { curation }: { readonly curation: CurationLoaders }): Promise<StoredTemplate> {
  const template = await curation.templates.load(id)
  if (template === null) throw new AppError('NOT_FOUND', 'This template was deleted just now.')
  return template
}

async function byAge(
  { templateA, templateB }: { readonly templateA: string; readonly templateB: string },
  context: { readonly curation: CurationLoaders },
): Promise<readonly [older: StoredTemplate, newer: StoredTemplate]> {
  const [one, other] = await Promise.all([named(templateA, context), named(templateB, context)])
  return one.createdAt <= other.createdAt ? [one, other] : [other, one]
}

/** How a likeness becomes what curators see. */
export const templateDuplicateFields: TemplateDuplicateResolvers = {
  template: ({ templateId }, _args, context) => named(templateId, context),
  similarity: ({ confidence }) => confidence,
  foundBy: ({ how }) => evidence[how],
}

/** How a pair becomes what curators see. */
export const duplicatePairFields: DuplicatePairResolvers = {
  older: async (pair, _args, context) => (await byAge(pair, context))[0],
  newer: async (pair, _args, context) => (await byAge(pair, context))[1],
  similarity: ({ confidence }) => confidence,
  foundBy: ({ how }) => evidence[how],
}

/** How a failure becomes what curators see. */
export const vectorFailureFields: VectorFailureResolvers = {
  template: ({ templateId }, _args, context) => named(templateId, context),
}
