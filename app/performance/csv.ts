/** What a cell may hold; null is an empty one. */
export type Cell = string | number | null

/** A table to be saved: units belong into the heads. */
export interface CsvTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Spreadsheets run what begins so (OWASP, “CSV injection”); an apostrophe before it makes it words. */
const formula = /^[=+\-@\t\r]/

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A table as RFC 4180 wants it, with the mark that tells Excel that it is UTF-8. */
export const csv = ({ heads, rows }: CsvTable): string =>
  `\uFEFF${[heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
