import type { GenerateMemeInput } from '../generated/graphql'

/** Where the picture came from. */
export type Source =
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly name: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'template'; readonly slug: string }

/** A picture as a request names it. */
export type NamedSource = Pick<GenerateMemeInput, 'source' | 'templateStyle'>

/**
 * How a request names it, once the server can know it; null before. The analysis has the bytes also of what came by address.
 * @param style which of the template's pictures, when it is a template; null for its default one
 */
export function namedSource(
  source: Source | null,
  analysedUploadId: string | null,
  style: string | null,
): NamedSource | null {
  if (source?.kind === 'template')
    return { source: { templateId: source.slug }, ...(style !== null && { templateStyle: style }) }
  if (analysedUploadId !== null) return { source: { uploadId: analysedUploadId } }
  if (source?.kind === 'upload') return { source: { uploadId: source.uploadId } }
  return source?.kind === 'url' ? { source: { url: source.url } } : null
}

/** What the page calls it. */
export function nameOf(source: Source): string {
  if (source.kind === 'url') return (source.url.split(/[?#]/)[0]?.split('/').at(-1) ?? '') || source.url
  return source.kind === 'template' ? source.slug : source.name
}
