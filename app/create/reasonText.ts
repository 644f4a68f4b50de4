const looksLike = 'looks like'

/** Why a search found a template, in a few words: "by name, keywords", "looks like it". @param reasons as the API gives them; at least one */
export function reasonText(reasons: readonly string[]): string {
  const words = reasons.filter((reason) => reason !== looksLike)
  const looks = reasons.includes(looksLike) ? ['looks like it'] : []
  return [...(words.length > 0 ? [`by ${words.join(', ')}`] : []), ...looks].join(', ')
}
