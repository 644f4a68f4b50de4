import { changedFields, type DraftField, type TemplateDraft } from './templateDraft'

/** Two people's changes of the same template, brought together. */
export interface MergedDraft {
  /** Both people's changes; where they touched the same field, mine. */
  readonly draft: TemplateDraft
  /** Fields that both changed, to different things. */
  readonly clashes: readonly DraftField[]
}

/**
 * Brings together what I changed and what somebody else saved meanwhile.
 * @param base what both began with
 */
export function mergeDrafts(base: TemplateDraft, mine: TemplateDraft, theirs: TemplateDraft): MergedDraft {
  const my = changedFields(base, mine)
  const kept = Object.fromEntries(my.map((field) => [field, mine[field]]))
  const both = changedFields(base, theirs).filter((field) => my.includes(field))
  const differ = changedFields(mine, theirs)
  return { draft: { ...theirs, ...kept }, clashes: both.filter((field) => differ.includes(field)) }
}

/** A draft with some fields of another one. */
export const withFields = (
  draft: TemplateDraft,
  from: TemplateDraft,
  fields: readonly DraftField[],
): TemplateDraft => ({
  ...draft,
  ...Object.fromEntries(fields.map((field) => [field, from[field]])),
})
