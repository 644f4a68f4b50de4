import type { ImageFormat } from '#core/format'
import type { Mode } from '#core/mode'
import { type CaptionStyle, type ChosenStyle, defaultStyle } from '#core/style'

/** One field to type in. `regionId`: the place on the picture whose words it replaces; null for words that get a place of their own. */
export interface CaptionField {
  readonly id: string
  readonly text: string
  readonly regionId: string | null
}

/** Everything a person decides about a meme. Plain data: kept over reloads, and every step of it can be undone. */
export interface Draft {
  readonly fields: readonly CaptionField[]
  /** Places whose words stay on the picture. */
  readonly keptRegions: readonly string[]
  readonly mode: Mode
  readonly style: CaptionStyle
  /** What of the style a person chose. On a template, the rest is as each of its places has it. */
  readonly chosen: readonly (keyof CaptionStyle)[]
  readonly format: ImageFormat
  /** 1..100; null for the server's own setting. */
  readonly quality: number | null
}

/** One thing that a person, or an answer of the server, does to the draft. */
export type DraftChange =
  | { readonly kind: 'type'; readonly id: string; readonly text: string }
  | { readonly kind: 'add'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'toggleRegion'; readonly regionId: string }
  | { readonly kind: 'style'; readonly style: Partial<CaptionStyle> }
  | { readonly kind: 'set'; readonly values: Partial<Pick<Draft, 'mode' | 'format' | 'quality'>> }
  /** `style`: that of a template's places, when it is one. */
  | { readonly kind: 'regionsFound'; readonly regionIds: readonly string[]; readonly style?: CaptionStyle | null }
  /** `keepWords`: those that were typed wait for the places of the next picture. */
  | { readonly kind: 'newPicture'; readonly keepWords: boolean }
  /** Its own look and places, for new words. */
  | { readonly kind: 'newTemplate' }

const freeField = (id: string, text = ''): CaptionField => ({ id, text, regionId: null })
const emptyFields: readonly CaptionField[] = [freeField('free-1'), freeField('free-2')]

/** A draft before anything was chosen. */
export const emptyDraft: Draft = {
  fields: emptyFields,
  keptRegions: [],
  mode: 'AUTO',
  style: defaultStyle,
  chosen: [],
  format: 'jpeg',
  quality: null,
}

/** The words alone, without the places they were for; at least two fields. */
function unplaced(fields: readonly CaptionField[]): readonly CaptionField[] {
  const typed = fields.filter((field) => field.text !== '')
  return [
    ...typed.map((field, index) => freeField(`free-${index + 1}`, field.text)),
    ...emptyFields.slice(typed.length),
  ]
}

/**
 * One field per place found, then those that were typed in beyond them; what was typed moves into the places in order. Without any place:
 * two free fields. A draft that already knows these places is left as it is.
 */
function fieldsForRegions(fields: readonly CaptionField[], regionIds: readonly string[]): readonly CaptionField[] {
  const known = fields.flatMap((field) => (field.regionId === null ? [] : [field.regionId]))
  if (known.length === regionIds.length && known.every((id, index) => id === regionIds[index])) return fields
  const typed = fields.map((field) => field.text)
  const placed = regionIds.map((regionId, index) => ({ id: `place-${regionId}`, text: typed[index] ?? '', regionId }))
  const rest = typed.slice(regionIds.length).filter((text) => text !== '')
  const free = rest.map((text, index) => freeField(`free-${index + 1}`, text))
  if (placed.length > 0) return [...placed, ...free]
  return [...free, ...emptyFields.slice(free.length)]
}

/** What a person chose of the style. Who chose `auto` left it to the place again. */
export const chosenStyle = ({ style, chosen }: Draft): ChosenStyle =>
  Object.fromEntries(chosen.filter((key) => style[key] !== 'auto').map((key) => [key, style[key]]))

const styleKeys = Object.keys(defaultStyle) as readonly (keyof CaptionStyle)[]

/** The draft after one change. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'type':
      return {
        ...draft,
        fields: draft.fields.map((field) => (field.id === change.id ? { ...field, text: change.text } : field)),
      }
    case 'add':
      return { ...draft, fields: [...draft.fields, freeField(change.id)] }
    case 'remove':
      return { ...draft, fields: draft.fields.filter((field) => field.id !== change.id) }
    case 'toggleRegion': {
      const kept = draft.keptRegions.includes(change.regionId)
      const others = draft.keptRegions.filter((id) => id !== change.regionId)
      return { ...draft, keptRegions: kept ? others : [...others, change.regionId] }
    }
    case 'style':
      return {
        ...draft,
        style: { ...draft.style, ...change.style },
        chosen: styleKeys.filter((key) => draft.chosen.includes(key) || key in change.style),
      }
    case 'set':
      return { ...draft, ...change.values }
    case 'regionsFound': {
      const keptRegions = draft.keptRegions.filter((id) => change.regionIds.includes(id))
      const style = change.style ? { ...change.style, ...chosenStyle(draft) } : draft.style
      return { ...draft, fields: fieldsForRegions(draft.fields, change.regionIds), keptRegions, style }
    }
    case 'newPicture':
      return {
        ...draft,
        fields: change.keepWords ? unplaced(draft.fields) : emptyFields,
        keptRegions: [],
        style: { ...defaultStyle, ...chosenStyle(draft) },
      }
    case 'newTemplate':
      return { ...emptyDraft, format: draft.format, quality: draft.quality }
  }
}
