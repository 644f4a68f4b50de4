/**
 * Puts `text` where `<!-- name -->` and `<!-- /name -->` stand, in place of what was between.
 * @throws Error when the two are not there
 */
export function betweenMarkers(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = document.indexOf(open)
  const to = document.indexOf(close)
  if (from < 0 || to < from) throw new Error(`The document has no ${open} … ${close}`)
  return `${document.slice(0, from + open.length)}\n${text}\n${document.slice(to)}`
}
