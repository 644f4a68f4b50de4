import type { Mode } from '#core/mode'
import type { CaptionField, Draft } from './draft'
import { inBoxes, onTemplatePicture, placesOf, removable } from './found'

/** Whether new words take the places of old ones. `AUTO` does wherever there are old ones. */
export const replacesWords = (mode: Mode): boolean => mode === 'AUTO' || mode === 'REPLACE_TEXT'

/** Whether captions have the places of their fields, and do not just stand on the picture or in a bar. */
export const fillsPlaces = (draft: Draft): boolean => replacesWords(draft.mode) || draft.found?.kind === 'template'

/** Whether the old words of a field's place stay, so that it takes no new ones. */
export function isKept(draft: Draft, { placeId }: CaptionField): boolean {
  const regionIds = placesOf(draft).find(({ id }) => id === placeId)?.regionIds ?? []
  return fillsPlaces(draft) && regionIds.length > 0 && regionIds.every((id) => draft.keptRegions.includes(id))
}

/**
 * The fields whose words go on the picture, in the order of the request: those of places whose words are not kept, then free ones. A box whose
 * words are kept is sent empty: boxes are counted. In modes that leave the old words alone, all of them. Empty ones at the end are left out,
 * unless they clear a place.
 */
export function usedFields(draft: Draft): readonly CaptionField[] {
  const fills = fillsPlaces(draft)
  const used = inBoxes(draft)
    ? draft.fields.map((field) => (isKept(draft, field) ? { ...field, text: '' } : field))
    : draft.fields.filter((field) => !isKept(draft, field))
  const lastUseful = used.findLastIndex((field) => field.text.trim() !== '' || (fills && field.placeId !== null))
  return used.slice(0, lastUseful + 1)
}

/** The ids of the places whose words go away. */
export const removedRegionIds = (draft: Draft): readonly string[] =>
  replacesWords(draft.mode) && !onTemplatePicture(draft)
    ? removable(draft).filter((id) => !draft.keptRegions.includes(id))
    : []
