import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import type { Transform } from '#workers/recognise/transform'

/** How words are taken away. */
export interface RemovalOptions {
  /** `pyramid`: our own fill. `opencv`: opencv-wasm, NS when fast, TELEA when careful. */
  readonly engine: 'pyramid' | 'opencv'
  readonly fast: boolean
  /** Masks and fills are computed on a copy of about this longest side; smaller pictures are worked on as they are. */
  readonly maxDimension: number
}

/**
 * How a line was removed. `flat`: it stood on an even ground (label, bar, plain sky), which was drawn on.
 * `fill`: its letters were filled from their surroundings. `box`: its letters could not be told from the ground, so all of
 * its box was filled. `none`: it lies outside the picture. `restored`: a recognised template's pixels stand there now. `own`: the template's own
 * picture has it, so it stays.
 */
export type LineMethod = 'flat' | 'fill' | 'box' | 'none' | 'restored' | 'own'

/** What is known to be under the words of a recognised picture. */
export interface UnderWords {
  /** The template's clean picture. */
  readonly template: Bitmap
  /** From its pixels to those of the picture with words. */
  readonly transform: Transform
  /** Words that are not taken away: what is under them is not compared. */
  readonly staying: readonly TextLine[]
}

/** Plain data, so that it can cross threads. */
export interface RemovalResult {
  /** A new picture; or the very one that was given when there was nothing to remove. */
  readonly bitmap: Bitmap
  /** One per line that was given, in its order. */
  readonly methods: readonly LineMethod[]
  /** Share of the picture's pixels that were in a mask, 0..1. All others are as they were, to the byte. */
  readonly maskedFraction: number
}

/** An upright rectangle of whole pixels: `x1`, `y1` are one past the last. */
export interface Rectangle {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}
