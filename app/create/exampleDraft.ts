import type { TemplateFieldsFragment } from '../generated/graphql'
import { changeDraft, type Draft, emptyDraft } from './draft'

/** A template's example words, as if somebody had typed them. */
export function exampleDraft({ boxes }: TemplateFieldsFragment): Draft {
  const draft = changeDraft(emptyDraft, { kind: 'found', found: { kind: 'template', boxes: boxes.length } })
  return { ...draft, fields: draft.fields.map((field, index) => ({ ...field, text: boxes[index]?.example ?? '' })) }
}
