import type { Analysis } from '../hooks/usePicture'
import type { Draft } from './draft'
import { replacesWords } from './usedFields'

/** How many places a template has, in a sentence. */
export const templateText = (boxes: number): string =>
  boxes === 1 ? 'One place for your words.' : `${boxes} places for your words. One left empty stays empty.`

/** What was found on the picture and what becomes of it, in a sentence. */
export function foundText(analysis: Analysis | null, draft: Draft): string {
  if (!analysis) return 'Type away: the places follow as soon as the picture is read.'
  const frame = analysis.animated ? ' It moves; its first frame is used.' : ''
  const found = analysis.regions.length
  if (found === 0) return `No words on this picture. Yours go around its subject.${frame}`
  const places = found === 1 ? 'Words found in one place' : `Words found in ${found} places`
  if (!replacesWords(draft.mode)) return `${places}; they stay as they are.${frame}`
  if (!analysis.willRemoveText) return `${places}, too small to matter; they stay.${frame}`
  return `${places}. Type over ${found === 1 ? 'it' : 'them'}; one left empty is just wiped off.${frame}`
}
