import type { ImageFormat } from '#core/format'
import { type CaptionStyle, type ChosenStyle, defaultStyle } from '#core/style'
import { type Found, type PlaceChoice, type PlaceName, placesOf, removable } from './found'

/** One field to type in. `placeId`: the place that its words are for; null for words that get a place of their own. */
export interface CaptionField {
  readonly id: string
  readonly text: string
  readonly placeId: string | null
}

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

/** Ids say nothing about places, so that a field stays the same one while places come and go. */
const freeField = (number: number, text = ''): CaptionField => ({ id: `field-${number}`, text, placeId: null })
const emptyFields: readonly CaptionField[] = [freeField(1), freeField(2)]

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

/** The id of the next field that is added. */
export function nextFieldId({ fields }: Pick<Draft, 'fields'>): string {
  const used = fields.map(({ id }) => Number(/^field-(\d+)$/.exec(id)?.[1] ?? 0))
  return `field-${Math.max(0, ...used) + 1}`
}

const numbered = (fields: readonly Omit<CaptionField, 'id'>[]): readonly CaptionField[] =>
  fields.map((field, index) => ({ ...freeField(index + 1), ...field }))

/** The words alone, without the places they were for; at least two fields. */
function unplaced(fields: readonly CaptionField[]): readonly CaptionField[] {
  const typed = fields.filter((field) => field.text !== '')
  return numbered([...typed.map(({ text }) => ({ text, placeId: null })), ...emptyFields.slice(typed.length)])
}

/**
 * One field per place, then those that were typed in beyond them; what was typed moves into the places: along with the old words that it was for,
 * the rest in order. Without any place: two free fields. Fields that already have these places are left as they are.
 */
function fieldsFor(
  fields: readonly CaptionField[],
  before: readonly PlaceName[],
  places: readonly PlaceName[],
): readonly CaptionField[] {
  const known = fields.flatMap((field) => (field.placeId === null ? [] : [field.placeId]))
  if (known.length === places.length && places.every(({ id }, index) => id === known[index])) return fields
  const nearOf = (field: CaptionField) => before.find(({ id }) => id === field.placeId)?.near ?? []
  const left = [...fields]
  const take = (wanted: (field: CaptionField) => boolean): CaptionField | undefined => {
    const index = left.findIndex(wanted)
    return index < 0 ? undefined : left.splice(index, 1)[0]
  }
  const following = places.map(({ near }) => take((field) => nearOf(field).some((id) => near.includes(id))))
  // Empty fields keep their turn only while no field has a place: the third one typed in early is meant for the third place.
  const placed = places.map(({ id }, index) => {
    const field = following[index] ?? take(({ text }) => known.length === 0 || text !== '')
    return { text: field?.text ?? '', placeId: id }
  })
  const free = left.filter(({ text }) => text !== '').map(({ text }) => ({ text, placeId: null }))
  return numbered(placed.length > 0 ? [...placed, ...free] : [...free, ...emptyFields.slice(free.length)])
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
