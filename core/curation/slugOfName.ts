const MAX_LENGTH = 80

/** A slug made of a name: its letters without accents, words joined by hyphens; `template` when nothing of it is left. */
export function slugOfName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-|-$/g, '')
  return slug || 'template'
}

/** The slug with a number at its end, from 2 on. */
export const numberedSlug = (slug: string, number: number): string =>
  `${slug.slice(0, MAX_LENGTH - 1 - String(number).length).replace(/-$/, '')}-${number}`
