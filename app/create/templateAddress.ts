const withStyle = (address: string, separator: '?' | '&', style: string | null): string =>
  style === null ? address : `${address}${separator}style=${encodeURIComponent(style)}`

/** A template's own page. @param style which of its pictures; null for the default one */
export const templateAddress = (slug: string, style: string | null): string =>
  withStyle(`/templates/${encodeURIComponent(slug)}`, '?', style)

/** The page that makes many memes of a template at once. @param style which of its pictures; null for the default one */
export const manyAddress = (slug: string, style: string | null): string =>
  withStyle(`/templates/${encodeURIComponent(slug)}/many`, '?', style)

/** The page that begins with a template. @param style which of its pictures; null for the default one */
export const createAddress = (slug: string, style: string | null): string =>
  withStyle(`/?template=${encodeURIComponent(slug)}`, '&', style)
