import type { DraftField } from './templateDraft'

const names: Readonly<Record<DraftField | 'state', string>> = {
  name: 'Name',
  slug: 'Address',
  aliases: 'Other names',
  keywords: 'Keywords',
  description: 'Description',
  source: 'Source',
  licence: 'Licence',
  boxes: 'Boxes',
  pictures: 'Pictures',
  state: 'State',
}

/** A field's name for people: of its path in the API, such as `boxes.2.color`, the beginning. */
export function fieldName(path: string): string {
  const [field = '', index] = path.split('.')
  if (field === 'boxes' && index !== undefined) return `Box ${Number(index) + 1}`
  return (names as Readonly<Record<string, string>>)[field] ?? field
}

/** Field names as part of a sentence: “name, boxes and source”. */
export function fieldList(fields: readonly string[]): string {
  const all = fields.map((field) => fieldName(field).toLowerCase())
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
