import type { CuratedTemplateFieldsFragment } from '../generated/graphql'
import { changedFields, type TemplateDraft, templateDraft } from './templateDraft'

/**
 * The draft after it was saved: as the server has it now, except for what was changed since it was sent. Boxes keep their ids, so that the chosen
 * one stays chosen.
 * @param sent what was saved
 * @param now what is on the page by now
 */
export function adoptSaved(
  saved: CuratedTemplateFieldsFragment,
  sent: TemplateDraft,
  now: TemplateDraft,
): TemplateDraft {
  const stored = templateDraft(saved)
  const boxes = stored.boxes.map((box, index) => ({ ...box, id: sent.boxes[index]?.id ?? box.id }))
  const later = changedFields(sent, now)
  return { ...stored, boxes, ...Object.fromEntries(later.map((field) => [field, now[field]])) }
}
