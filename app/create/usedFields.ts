import type { Mode } from '#core/mode'
import type { CaptionField } from './captionFields'
import type { Draft } from './draft'
import { onTemplatePicture, placesOf, removable } from './found'

/** Whether new words take the places of old ones. `AUTO` does wherever there are old ones. */
export const replacesWords = (mode: Mode): boolean => mode === 'AUTO' || mode === 'REPLACE_TEXT'

/** Whether captions have the places of their fields, and do not just stand on the picture or in a bar. */
export const fillsPlaces = (draft: Draft): boolean => replacesWords(draft.mode) || draft.found?.kind === 'template'

/** Whether old words in a field's place stay, so that it takes no new ones. */
export const isKept = (draft: Draft, { placeId }: CaptionField): boolean =>
  fillsPlaces(draft) &&
  placesOf(draft).some(
    ({ id, regionIds }) => id === placeId && regionIds.some((one) => draft.keptRegions.includes(one)),
  )

/**
 * The fields whose words go on the picture, in the order of the request: those of places whose words are not kept, then free ones. In modes that
 * leave the old words alone, all of them. Empty ones at the end are left out, unless they clear a place.
 */
export function usedFields(draft: Draft): readonly CaptionField[] {
  const fills = fillsPlaces(draft)
  const used = draft.fields.filter((field) => !isKept(draft, field))
  const lastUseful = used.findLastIndex((field) => field.text.trim() !== '' || (fills && field.placeId !== null))
  return used.slice(0, lastUseful + 1)
}

/** The ids of the places whose words go away. */
export const removedRegionIds = (draft: Draft): readonly string[] =>
  replacesWords(draft.mode) && !onTemplatePicture(draft)
    ? removable(draft).filter((id) => !draft.keptRegions.includes(id))
    : []
