import type { PlaceName } from './found'

/** One field to type in. `placeId`: the place that its words are for; null for words that get a place of their own. */
export interface CaptionField {
  readonly id: string
  readonly text: string
  readonly placeId: string | null
}

/** Ids say nothing about places, so that a field stays the same one while places come and go. */
const freeField = (number: number, text = ''): CaptionField => ({ id: `field-${number}`, text, placeId: null })

/** Where nothing is known of any place. */
export const emptyFields: readonly CaptionField[] = [freeField(1), freeField(2)]

/** The id of the next field that is added. */
export function nextFieldId({ fields }: { readonly fields: readonly CaptionField[] }): string {
  const used = fields.map(({ id }) => Number(/^field-(\d+)$/.exec(id)?.[1] ?? 0))
  return `field-${Math.max(0, ...used) + 1}`
}

const numbered = (fields: readonly Omit<CaptionField, 'id'>[]): readonly CaptionField[] =>
  fields.map((field, index) => ({ ...freeField(index + 1), ...field }))

/** The words alone, without the places they were for; at least two fields. */
export function unplaced(fields: readonly CaptionField[]): readonly CaptionField[] {
  const typed = fields.filter((field) => field.text !== '')
  return numbered([...typed.map(({ text }) => ({ text, placeId: null })), ...emptyFields.slice(typed.length)])
}

/**
 * One field per place, then those that were typed in beyond them; what was typed moves into the places: along with the old words that it was for,
 * the rest in order. Without any place: two free fields. Fields that already have these places are left as they are.
 */
export function fieldsFor(
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
