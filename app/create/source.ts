/** Where the picture came from. */
export type Source =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly name: string }
  | { readonly kind: 'url'; readonly url: string }

/** What the page calls it. */
export const nameOf = (source: Source): string =>
  source.kind === 'url' ? (source.url.split(/[?#]/)[0]?.split('/').at(-1) ?? '') || source.url : source.name
