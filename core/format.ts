/** What a result can be encoded as. */
export type ImageFormat = 'jpeg' | 'png' | 'webp'

/** File extensions of everything served under /images. */
export const extensionOf: Readonly<Record<ImageFormat, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' }

/** Content types by file extension (without dot), of everything served under /images. */
export const contentTypeOf: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}
