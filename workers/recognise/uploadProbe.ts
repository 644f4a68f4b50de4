import type { Bitmap } from '#core/bitmap'
import { contentRectangles, type Rect } from '#core/fingerprint/contentRectangles'
import { fingerprints, mirrored } from '#core/fingerprint/fingerprint'
import { loudPixels } from '#core/fingerprint/loudPixels'
import type { TextLine } from '#core/text'
import { extractFeatures, type Features } from '#workers/recognise/features/features'
import { linesMask } from '#workers/recognise/linesMask'
import { luma, type Plane } from '#workers/recognise/plane'
import { printSidePx } from '#workers/recognise/templatePrint'
import { shrink } from '#workers/stages/shrink'

/** What of an upload is compared with templates. */
export interface UploadProbe {
  /** Of the upload, in pixels. */
  readonly width: number
  readonly height: number
  readonly small: Bitmap
  readonly light: Plane
  /** Per pixel of `small`: 1 where words stand. */
  readonly hidden: Uint8Array
  /** Per pixel of `small`: 1 where words may stand, read or not. */
  readonly loud: Uint8Array
  /** Per pixel of `small`: 1 where words stand, and outside of `content`: what is there says nothing of the picture. */
  readonly unseen: Uint8Array
  /** The least part of `small` that may be the picture proper: without borders, bars, a screenshot's interface. */
  readonly content: Rect
  /** Fingerprints of what may be the picture proper, and of their mirror images. */
  readonly queries: readonly Float32Array[]
  /** From this index on the queries are mirror images. */
  readonly mirroredFrom: number
  readonly upright: Features
  readonly mirrored: Features
}

/** A word's outline and glow reach this share of its height beyond the reader's box. */
const wordMargin = 0.15

/** Share of the picture. */
const manyWords = 0.15

const shareOf = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0) / mask.length

const isWithin = ({ left, top, right, bottom }: Rect, x: number, y: number): boolean =>
  x >= left && x < right && y >= top && y < bottom

const areaOf = ({ left, top, right, bottom }: Rect): number => (right - left) * (bottom - top)

/** @param lines words that were read, to be looked away from; may be empty */
export async function probeUpload(upload: Bitmap, lines: readonly TextLine[]): Promise<UploadProbe> {
  const small = await shrink(upload, printSidePx)
  const light = luma(small)
  const hidden = linesMask(lines, small.width, small.height, wordMargin)
  const rects = contentRectangles(small)
  const loud = loudPixels(small)
  const vectors = rects.flatMap((rect) => fingerprints(small, rect, loud, hidden))
  const content = rects.reduce((least, rect) => (areaOf(rect) < areaOf(least) ? rect : least))
  // Under many words the rest may say too little: then with what is quiet of them, too.
  if (shareOf(hidden) > manyWords) vectors.push(...fingerprints(small, rects[0]!, loud))
  return {
    width: upload.width,
    height: upload.height,
    small,
    light,
    hidden,
    loud,
    unseen: hidden.map((value, i) => (isWithin(content, i % small.width, Math.floor(i / small.width)) ? value : 1)),
    content,
    queries: [...vectors, ...vectors.map(mirrored)],
    mirroredFrom: vectors.length,
    // An interface around a picture is the same around every other.
    ...extractFeatures(light, hidden, content),
  }
}
