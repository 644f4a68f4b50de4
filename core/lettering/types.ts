import type { Box, BoxPx } from '../box'
import type { Align } from '../style'

/** One face of a family list, as a canvas `font` wants it: `${weight} ${sizePx}px ${stack}`. */
export interface FontSpec {
  /** CSS family list with our fallbacks for every script, quoted. */
  readonly stack: string
  readonly weight: number
}

/** Where one line's ink lies, in pixels from its origin: pen start on the alphabetic baseline, text drawn to the right. */
export interface Ink {
  readonly advancePx: number
  /** How far ink reaches left of the origin (positive = left), right of it, above and below the baseline. */
  readonly leftPx: number
  readonly rightPx: number
  readonly ascentPx: number
  readonly descentPx: number
}

/** Measures one line. Deterministic; the worker's and the browser's canvas both give it (`canvasMeasure`). */
export type Measure = (text: string, font: FontSpec, sizePx: number) => Ink

/** What is under a caption: its commonest colour (CSS hex), and whether it is flat like a label or bar rather than a picture. */
export interface Background {
  readonly color: string
  readonly flat: boolean
  /** How far the one colour reaches around the words, in fractions of the picture; null unless flat. */
  readonly surface?: Box | null
}

/** A style in which nothing is `auto` any more. */
export interface Look {
  readonly font: FontSpec
  readonly upper: boolean
  readonly color: string
  readonly outlineColor: string
  /** Fraction of the font size; 0 draws none. */
  readonly outlineWidth: number
  readonly align: Align
  readonly verticalAlign: 'top' | 'middle' | 'bottom'
}

/** One line of a caption; the origin is the centre of the caption's box, before turning. Draw with textAlign `left`. */
export interface CaptionLine {
  readonly text: string
  readonly direction: 'ltr' | 'rtl'
  readonly xPx: number
  /** Alphabetic baseline. */
  readonly yPx: number
  readonly widthPx: number
}

/** All that `drawCaption` needs, in pixels of the finished picture (a bar included). */
export interface CaptionLayout {
  readonly lines: readonly CaptionLine[]
  readonly font: FontSpec
  readonly fontPx: number
  readonly color: string
  readonly outlineColor: string
  /** Width of the outline outside of the letters; the stroke is twice as wide, half of it under the fill. 0: none. */
  readonly outlineWidthPx: number
  /** Where the words may be: ink and outline stay inside. */
  readonly box: BoxPx
}
