import type { Draft } from './draft'
import { inBoxes, onTemplatePicture, removable } from './found'
import { fillsPlaces, replacesWords } from './usedFields'

const placesText = (count: number): string =>
  count === 1 ? 'One place for your words.' : `${count} places for your words.`

/** How many places a template has, in a sentence. */
export const templateText = (boxes: number): string =>
  `${placesText(boxes)}${boxes === 1 ? '' : ' One left empty stays empty.'}`

interface Seen {
  /** Its file holds several frames. */
  readonly animated: boolean
  readonly willRemoveText: boolean
}

/** What was found on the picture and what becomes of it, in a sentence. @param analysis null while it is still looked at */
export function foundText(analysis: Seen | null, draft: Draft): string {
  const { found } = draft
  if (!analysis || !found) return 'Type away: the places follow as soon as the picture is read.'
  const frame = analysis.animated ? ' It moves; its first frame is used.' : ''
  if (inBoxes(draft) && fillsPlaces(draft)) return `${inBoxesText(draft)}${frame}`
  if (onTemplatePicture(draft)) return `Your words go on the template’s clean picture.${frame}`
  const { length } = removable(draft)
  if (length === 0) return `No words on this picture. Yours go around its subject.${frame}`
  const places = length === 1 ? 'Words found in one place' : `Words found in ${length} places`
  if (replacesWords(draft.mode) && analysis.willRemoveText && found.kind === 'recognised') return `${places}.${frame}`
  if (!replacesWords(draft.mode)) return `${places}; they stay as they are.${frame}`
  if (!analysis.willRemoveText) return `${places}, too small to matter; they stay.${frame}`
  return `${places}. Type over ${length === 1 ? 'it' : 'them'}; one left empty is just wiped off.${frame}`
}

function inBoxesText(draft: Draft): string {
  const { found } = draft
  if (found?.kind !== 'recognised') return ''
  return placesText(onTemplatePicture(draft) ? found.boxes : found.under.length)
}
