import type { ImageFormat } from '#core/format'
import { type CaptionStyle, type ChosenStyle, defaultStyle } from '#core/style'
import { type CaptionField, emptyFields, fieldsFor, nextFieldId, unplaced } from './captionFields'
import { type Found, type PlaceChoice, placesOf, removable } from './found'

/** Everything a person decides about a meme. Plain data: kept over reloads, and every step of it can be undone. */
export interface Draft extends PlaceChoice {
  readonly fields: readonly CaptionField[]
  /** Places whose words stay on the picture. */
  readonly keptRegions: readonly string[]
  /** What was chosen of the look; the rest is the place's own. `auto` leaves a part to the place again. */
  readonly style: ChosenStyle
  /** Which of a template's pictures; null for its default one. */
  readonly variant: string | null
  readonly format: ImageFormat
  /** 1..100; null for the server's own setting. */
  readonly quality: number | null
}

type Settings = Pick<Draft, 'mode' | 'recognition' | 'recognisedPlaces' | 'variant' | 'format' | 'quality'>

/** One thing that a person, or an answer of the server, does to the draft. */
export type DraftChange =
  | { readonly kind: 'type'; readonly id: string; readonly text: string }
  | { readonly kind: 'add' }
  | { readonly kind: 'remove'; readonly id: string }
  /** Words that are kept go, others are kept. */
  | { readonly kind: 'toggleRegions'; readonly regionIds: readonly string[] }
  | { readonly kind: 'style'; readonly style: ChosenStyle }
  | { readonly kind: 'set'; readonly values: Partial<Settings> }
  | { readonly kind: 'found'; readonly found: Found }
  /** `keepWords`: those that were typed wait for the places of the next picture. */
  | { readonly kind: 'newPicture'; readonly keepWords: boolean }
  /** Its own look and places, for new words. */
  | { readonly kind: 'newTemplate'; readonly variant: string | null }

/** A draft before anything was chosen. */
export const emptyDraft: Draft = {
  fields: emptyFields,
  keptRegions: [],
  found: null,
  mode: 'AUTO',
  recognition: 'RESTORE',
  recognisedPlaces: 'TEMPLATE_BOXES',
  variant: null,
  style: {},
  format: 'jpeg',
  quality: null,
}

/** Who typed more words, while the picture was looked at, than a recognised template has boxes, gets the old places for them, if those are enough. */
function placesWithRoom(draft: Draft, found: Found): Draft['recognisedPlaces'] {
  const typed = draft.fields.filter(({ text }) => text.trim() !== '').length
  const early = draft.found === null && found.kind === 'recognised' && typed > found.under.length
  return early && typed <= removable({ ...draft, found }).length ? 'OLD_PLACES' : draft.recognisedPlaces
}

/** @param before the draft whose places the fields have */
const inPlaces = (draft: Draft, before: Draft): Draft => ({
  ...draft,
  fields: fieldsFor(draft.fields, placesOf(before), placesOf(draft)),
})

/** What a person chose of the style. Who chose `auto` left it to the place again. */
export const chosenStyle = ({ style }: Pick<Draft, 'style'>): ChosenStyle =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== 'auto'))

/** The look to show as chosen. @param own that of the first place, where places have one */
export const shownStyle = ({ style }: Pick<Draft, 'style'>, own: CaptionStyle = defaultStyle): CaptionStyle => ({
  ...own,
  ...style,
})

/** The draft after one change. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'type':
      return {
        ...draft,
        fields: draft.fields.map((field) => (field.id === change.id ? { ...field, text: change.text } : field)),
      }
    case 'add':
      return { ...draft, fields: [...draft.fields, { id: nextFieldId(draft), text: '', placeId: null }] }
    case 'remove':
      return { ...draft, fields: draft.fields.filter((field) => field.id !== change.id) }
    case 'toggleRegions': {
      const kept = change.regionIds.some((id) => draft.keptRegions.includes(id))
      const others = draft.keptRegions.filter((id) => !change.regionIds.includes(id))
      return { ...draft, keptRegions: kept ? others : [...others, ...change.regionIds] }
    }
    case 'style':
      return { ...draft, style: { ...draft.style, ...change.style } }
    case 'set':
      return inPlaces({ ...draft, ...change.values }, draft)
    case 'found': {
      const { found } = change
      const regions = found.kind === 'template' ? [] : found.regions
      const keptRegions = draft.keptRegions.filter((id) => regions.includes(id))
      return inPlaces({ ...draft, found, keptRegions, recognisedPlaces: placesWithRoom(draft, found) }, draft)
    }
    case 'newPicture':
      return {
        ...emptyDraft,
        fields: change.keepWords ? unplaced(draft.fields) : emptyFields,
        mode: draft.mode,
        style: chosenStyle(draft),
        format: draft.format,
        quality: draft.quality,
      }
    case 'newTemplate':
      return { ...emptyDraft, variant: change.variant, format: draft.format, quality: draft.quality }
  }
}
