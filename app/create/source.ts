import type { PictureSourceInput } from '../generated/graphql'

/** Where the picture came from. */
export type Source =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly name: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'template'; readonly slug: string }

/** How a request names it, once the server can know it; null before. The analysis has the bytes also of what came by address. */
export function namedSource(source: Source | null, analysedUploadId: string | null): PictureSourceInput | null {
  if (source?.kind === 'template') return { templateId: source.slug }
  if (analysedUploadId !== null) return { uploadId: analysedUploadId }
  if (source?.kind === 'upload') return { uploadId: source.uploadId }
  return source?.kind === 'url' ? { url: source.url } : null
}

/** What the page calls it. */
export function nameOf(source: Source): string {
  if (source.kind === 'url') return (source.url.split(/[?#]/)[0]?.split('/').at(-1) ?? '') || source.url
  return source.kind === 'template' ? source.slug : source.name
}
