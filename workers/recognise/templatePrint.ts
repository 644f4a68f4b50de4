import type { Bitmap } from '#core/bitmap'
import { contentRectangles } from '#core/fingerprint/contentRectangles'
import { fingerprints } from '#core/fingerprint/fingerprint'
import { loudPixels } from '#core/fingerprint/loudPixels'
import { extractFeatures, type Features } from '#workers/recognise/features/features'
import { luma } from '#workers/recognise/plane'
import { shrink } from '#workers/stages/shrink'

/** Longest side of the copies that are compared. */
export const printSidePx = 256

/** What is kept of a template's picture to recognise it by. */
export interface TemplatePrint {
  /** Of the picture itself, in pixels: transforms are in these. */
  readonly width: number
  readonly height: number
  /** RGB, longest side `printSidePx` at most. */
  readonly small: Bitmap
  /** Of `small`. */
  readonly features: Features
}

/** Fingerprints of a template's small copy: of all of it, and without what looks like its border or bar. */
export function templateVectors(small: Bitmap): readonly Float32Array[] {
  const loud = loudPixels(small)
  return contentRectangles(small).flatMap((rect) => fingerprints(small, rect, loud))
}

/** A template's print, and the vectors to find it by. */
export async function describeTemplate(
  picture: Bitmap,
): Promise<{ readonly print: TemplatePrint; readonly vectors: readonly Float32Array[] }> {
  const small = await shrink(picture, printSidePx)
  return {
    print: {
      width: picture.width,
      height: picture.height,
      small,
      features: extractFeatures(luma(small)).upright,
    },
    vectors: templateVectors(small),
  }
}
