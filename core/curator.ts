/** Who looks after the templates, by the name that the history shows. */
export interface Curator {
  readonly name: string
}

/** Characters of a name, at most. */
export const MAX_CURATOR_NAME = 60

/** The name without spaces around it; undefined when there is none, it is too long, or has control characters in it. */
export function curatorName(text: string): string | undefined {
  const name = text.trim()
  if (name === '' || name.length > MAX_CURATOR_NAME || /[\p{Cc}\p{Cs}]/u.test(name)) return undefined
  return name
}
