const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/** The meme that a link to its page, or an id, names; null when it names none. */
export function memeIdIn(text: string): string | null {
  const path = text.includes('/') ? /\/memes\/([^/?#\s]+)/.exec(text)?.[1] : text
  return (path && uuid.exec(path)?.[0].toLowerCase()) ?? null
}
