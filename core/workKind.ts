/**
 * Kinds of work that are limited and may be done by processes of their own. `ocr`: reading words. `inpaint`: taking words away. `render`: taking jobs,
 * lettering and encoding. `embed`: what pictures and words are found by.
 */
export const workKinds = ['ocr', 'inpaint', 'render', 'embed'] as const

/** A kind of work. */
export type WorkKind = (typeof workKinds)[number]

/** Those that jobs may need: without one of them pictures wait in vain. Without `embed` only new templates are not found. */
export const jobWorkKinds: readonly WorkKind[] = ['ocr', 'inpaint', 'render']

/** What nobody does while a kind is not served: "No worker reads words just now." */
export const workKindText: Readonly<Record<WorkKind, string>> = {
  ocr: 'reads words',
  inpaint: 'takes words away',
  render: 'takes jobs',
  embed: 'looks at templates',
}
