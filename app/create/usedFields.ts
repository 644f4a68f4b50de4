import type { Mode } from '#core/mode'
import type { CaptionField, Draft } from './draft'

/** Whether new words take the places of old ones. `AUTO` does wherever there are old ones. */
export const replacesWords = (mode: Mode): boolean => mode === 'AUTO' || mode === 'REPLACE_TEXT'

/**
 * The fields whose words go on the picture, in the order of the request: those of places whose words are not kept, then free ones.
 * In modes that leave the old words alone, all of them. Empty ones at the end are left out, unless they clear a place.
 */
export function usedFields(draft: Draft): readonly CaptionField[] {
  const replaces = replacesWords(draft.mode)
  const used = replaces
    ? draft.fields.filter((field) => field.regionId === null || !draft.keptRegions.includes(field.regionId))
    : draft.fields
  const lastUseful = used.findLastIndex((field) => field.text.trim() !== '' || (replaces && field.regionId !== null))
  return used.slice(0, lastUseful + 1)
}

/** The ids of the places whose words go away. */
export const replacedRegionIds = (draft: Draft, regionIds: readonly string[]): readonly string[] =>
  replacesWords(draft.mode) ? regionIds.filter((id) => !draft.keptRegions.includes(id)) : []
