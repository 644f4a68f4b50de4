import type { Bitmap } from '#core/bitmap'
import { contentRectangles } from '#core/fingerprint/contentRectangles'
import { fingerprints } from '#core/fingerprint/fingerprint'
import { loudPixels } from '#core/fingerprint/loudPixels'
import { cornerKeys } from '#workers/recognise/features/cornerIndex'
import { extractFeatures, type Features } from '#workers/recognise/features/features'
import { luma } from '#workers/recognise/plane'
import { shrink } from '#workers/stages/shrink'

/** Longest side of the copies that are compared. */
export const printSidePx = 256

/** What a template's picture is recognised by, once candidates are found. */
export interface TemplatePrint {
  /** Of the picture itself, in pixels: transforms are in these. */
  readonly width: number
  readonly height: number
  /** Of the small copy. */
  readonly smallWidth: number
  readonly smallHeight: number
  /** Of the small copy. */
  readonly features: Features
  /** The small copy, RGB: only the few candidates whose corners agree are looked at. */
  small(): Promise<Bitmap>
}

/** All that is computed from a template's picture, to be stored: vectors as rows, the print as bytes (`encodePrint`). */
export interface TemplateDescription {
  readonly print: TemplatePrint
  /** For `CandidateIndex`; one to a dozen. */
  readonly vectors: readonly Float32Array[]
  /** For `CornerIndex`. */
  readonly keys: Int32Array
}

/** Fingerprints of a template's small copy: of all of it, and without what looks like its border or bar. */
export function templateVectors(small: Bitmap): readonly Float32Array[] {
  const loud = loudPixels(small)
  return contentRectangles(small).flatMap((rect) => fingerprints(small, rect, loud))
}

/** All that recognition keeps of a template's picture, whatever its size. */
export async function describeTemplate(picture: Bitmap): Promise<TemplateDescription> {
  const small = await shrink(picture, printSidePx)
  const print = printOf(small, picture)
  return { print, vectors: templateVectors(small), keys: cornerKeys(print.features) }
}

/** @param small RGB copy of `picture` */
export const printOf = (
  small: Bitmap,
  picture: { readonly width: number; readonly height: number },
): TemplatePrint => ({
  width: picture.width,
  height: picture.height,
  smallWidth: small.width,
  smallHeight: small.height,
  features: extractFeatures(luma(small)).upright,
  small: async () => small,
})
