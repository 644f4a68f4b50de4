const named = new Map<string, string>()

/** Texts that get a name; each costs every connection some ten kilobytes. Beyond, a statement is parsed each time, as without names. */
const MOST_NAMES = 250

/**
 * Names a statement, so that each connection parses and plans it once: a fifth of the database's time for a meme. Equal texts have equal names.
 * @returns '' for one without a name: all names are given, or it may ask for whatever columns a table has, which Postgres refuses for a kept plan once a
 *   migration has added one
 */
export function statementName(sql: string): string {
  const known = named.get(sql)
  if (known !== undefined) return known
  if (named.size >= MOST_NAMES || sql.replaceAll('count(*)', '').includes('*')) return ''
  const name = `memezap_${named.size}`
  named.set(sql, name)
  return name
}
