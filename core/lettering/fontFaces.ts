/** One file of a family, as a package's stylesheet lists it. */
export interface FontFace {
  /** Path inside of the package. */
  readonly file: string
  /** CSS `unicode-range`. */
  readonly unicodeRange: string
}

const face = /url\(\.\/(files\/[^)]+\.woff2)\)[^;]*;\s*unicode-range:\s*([^;]+);/g

/** The woff2 files that a font package's stylesheet names, with the characters that each is for. */
export const fontFaces = (css: string): readonly FontFace[] =>
  Array.from(css.matchAll(face), ([, file, unicodeRange]) => ({ file: file!, unicodeRange: unicodeRange!.trim() }))
