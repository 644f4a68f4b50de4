import type { Mode } from '#core/mode'
import type { RecognisedPlaces, RecognitionUse } from '#core/recognition'

/** What there is on a picture for words to go to, by name. Plain data, kept with the draft, so that every step of it knows its own places. */
export type Found =
  /** Words were found, or none. */
  | { readonly kind: 'words'; readonly regions: readonly string[] }
  /** It is a template's own picture. */
  | { readonly kind: 'template'; readonly boxes: number }
  /** It shows a template. */
  | {
      readonly kind: 'recognised'
      readonly regions: readonly string[]
      /** Of those: words that the template's own picture has, too. */
      readonly own: readonly string[]
      /** For each box of the template on this picture: the old words that stand in it. */
      readonly under: readonly (readonly string[])[]
      /** How many boxes the template has on its own picture. */
      readonly boxes: number
    }

/** A person's choices that say which places words go to. */
export interface PlaceChoice {
  readonly found: Found | null
  readonly mode: Mode
  readonly recognition: RecognitionUse
  readonly recognisedPlaces: RecognisedPlaces
}

/** A place for one caption: a box of a template, or where old words stand. */
export interface PlaceName {
  readonly id: string
  /** Old words there, which go when the place is filled or emptied. */
  readonly regionIds: readonly string[]
  /** Old words about there, also where they are not on the picture that is used: what was typed for one place finds the other by them. */
  readonly near: readonly string[]
}

/** The id that a template's box has among the places of a draft. */
export const boxId = (index: number): string => `box-${index + 1}`

const oldPlaces = (regionIds: readonly string[]): readonly PlaceName[] =>
  regionIds.map((id) => ({ id, regionIds: [id], near: [id] }))

/** Words that may go: all but those that belong to a template which is used. */
export function removable({ found, recognition }: PlaceChoice): readonly string[] {
  if (!found || found.kind === 'template') return []
  if (found.kind === 'words' || recognition === 'IGNORE') return found.regions
  return recognition === 'CLEAN_TEMPLATE' ? [] : found.regions.filter((id) => !found.own.includes(id))
}

/** Whose picture the words go on: the one that was brought, or a template's own. */
export const onTemplatePicture = ({ found, recognition }: PlaceChoice): boolean =>
  found?.kind === 'template' || (found?.kind === 'recognised' && recognition === 'CLEAN_TEMPLATE')

/** Whether captions have a template's boxes for their places. */
export function inBoxes(choice: PlaceChoice): boolean {
  const { found, mode, recognition, recognisedPlaces } = choice
  if (onTemplatePicture(choice)) return true
  if (found?.kind !== 'recognised' || recognition !== 'RESTORE' || found.under.length === 0) return false
  if (mode === 'REPLACE_TEXT') return false
  return recognisedPlaces === 'TEMPLATE_BOXES' || removable(choice).length === 0
}

/** The places for captions, in their order. Switching between modes does not change them, so that words stay in their fields. */
export function placesOf(choice: PlaceChoice): readonly PlaceName[] {
  const { found } = choice
  if (!found || !inBoxes(choice)) return oldPlaces(removable(choice))
  if (found.kind === 'recognised' && choice.recognition === 'RESTORE') {
    return found.under.map((regionIds, index) => ({ id: boxId(index), regionIds, near: regionIds }))
  }
  const near = found.kind === 'recognised' && found.under.length === found.boxes ? found.under : []
  const length = found.kind === 'words' ? 0 : found.boxes
  return Array.from({ length }, (_, index) => ({ id: boxId(index), regionIds: [], near: near[index] ?? [] }))
}
