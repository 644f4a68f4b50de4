/**
 * Kinds of work that are limited and may be done by processes of their own. `ocr`: reading words. `inpaint`: taking words away. `render`: taking jobs,
 * lettering and encoding. `embed`: what pictures and words are found by.
 */
export const workKinds = ['ocr', 'inpaint', 'render', 'embed'] as const

/** A kind of work. */
export type WorkKind = (typeof workKinds)[number]

/** What nobody does while a kind is not served: "No worker reads words just now." */
export const workKindText: Readonly<Record<WorkKind, string>> = {
  ocr: 'reads words',
  inpaint: 'takes words away',
  render: 'takes jobs',
  embed: 'looks at templates',
}
