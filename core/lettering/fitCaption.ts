import type { BoxPx } from '../box'
import { AppError } from '../errors'
import { balanceLines, leastWidth, linesNeeded } from './balanceLines'
import { textDirection } from './direction'
import { upperCase } from './letterCase'
import { graphemes } from './lineBreaks'
import { cutWidePieces, type MeasuredPiece, measurePieces } from './measurePieces'
import { normalizeCaption } from './normalizeCaption'
import type { CaptionLayout, CaptionLine, Ink, Look, Measure } from './types'

/** Between which sizes, in pixels, lettering may be. */
export interface FitOptions {
  /** Smaller than this is not legible. */
  readonly minFontPx: number
  readonly maxFontPx: number
  /** For the words of the error. */
  readonly captionIndex?: number
}

/** Between the ink of two lines, in em; outlines may touch there. */
const gapEm = (outlineWidth: number): number => Math.max(0.16, 0.1 + outlineWidth)
/** Antialiasing reaches up to a pixel beyond the measured ink. */
const edgePx = 1
/** A line more must make the letters at least this much larger. */
const worthALine = 1.04

interface Frame {
  readonly widthPx: number
  readonly heightPx: number
}

interface Size {
  readonly fontPx: number
  readonly lines: number
}

const inkHeights = (pieces: readonly MeasuredPiece[]) => ({
  ascent: Math.max(0.5, ...pieces.map((piece) => piece.ascent)),
  descent: Math.max(0, ...pieces.map((piece) => piece.descent)),
})

/** The largest size at which the pieces stand in the frame, over all numbers of lines. Widths are exact for whole pieces. */
function largestSize(pieces: readonly MeasuredPiece[], frame: Frame, look: Look, maxFontPx: number): Size {
  const { ascent, descent } = inkHeights(pieces)
  const pitch = ascent + descent + gapEm(look.outlineWidth)
  const border = 2 * look.outlineWidth
  let best: Size = { fontPx: 0, lines: 0 }
  for (let lines = linesNeeded(pieces, Number.MAX_VALUE); ; lines++) {
    const byHeight = frame.heightPx / ((lines - 1) * pitch + ascent + descent + border)
    if (byHeight < best.fontPx * worthALine) return best
    const byWidth = frame.widthPx / (leastWidth(pieces, lines) + border)
    const fontPx = Math.min(maxFontPx, byHeight, byWidth)
    if (fontPx > best.fontPx * worthALine) best = { fontPx, lines }
    if (byWidth > byHeight || fontPx === maxFontPx) return best
  }
}

/** Whole words where that leaves them legible and not absurdly small; otherwise the words that are too wide are cut. */
function sizedPieces(
  text: string,
  frame: Frame,
  look: Look,
  measure: Measure,
  options: FitOptions,
): { readonly pieces: readonly MeasuredPiece[]; readonly size: Size } {
  const whole = measurePieces(text, look.font, measure)
  const size = largestSize(whole, frame, look, options.maxFontPx)
  if (size.fontPx >= 3 * options.minFontPx) return { pieces: whole, size }
  const widestPx = Math.max(...whole.map((piece) => piece.visible)) * size.fontPx
  // It is the number of words, not one long word, that makes them small.
  if (size.fontPx >= options.minFontPx && widestPx < 0.7 * frame.widthPx) return { pieces: whole, size }
  const allCut = cutWidePieces(whole, 0, look.font, measure)
  const cutSize = largestSize(allCut, frame, look, options.maxFontPx)
  if (size.fontPx >= options.minFontPx && size.fontPx > 0.4 * cutSize.fontPx) return { pieces: whole, size }
  const widthEm = frame.widthPx / cutSize.fontPx - 2 * look.outlineWidth
  const pieces = cutWidePieces(whole, widthEm, look.font, measure)
  return { pieces, size: largestSize(pieces, frame, look, options.maxFontPx) }
}

/** The lines' words. One that begins in another direction than its paragraph gets a mark that says which is right. */
function lineTexts(pieces: readonly MeasuredPiece[], ends: readonly number[]): readonly string[] {
  let paragraphStart = 0
  return ends.map((end, line) => {
    const start = line === 0 ? 0 : ends[line - 1]!
    if (start > 0 && pieces[start - 1]!.ends) paragraphStart = start
    const paragraphEnd = pieces.findIndex((piece, index) => index >= start && piece.ends)
    const direction = textDirection(joined(pieces, paragraphStart, paragraphEnd + 1))
    const text = joined(pieces, start, end).trim()
    return textDirection(text) === direction ? text : `${directionMarks[direction]}${text}`
  })
}

const directionMarks = { ltr: '\u200E', rtl: '\u200F' } as const

const joined = (pieces: readonly MeasuredPiece[], start: number, end: number): string =>
  pieces
    .slice(start, end)
    .map((piece) => piece.text)
    .join('')

/** Where the lines' origins lie about the box's centre. Lines are set by their ink, so that the outline never leaves the frame. */
function setLines(
  texts: readonly string[],
  inks: readonly Ink[],
  frame: Frame,
  look: Look,
  fontPx: number,
): { readonly lines: readonly CaptionLine[]; readonly widthPx: number; readonly heightPx: number } {
  const outlinePx = look.outlineWidth * fontPx
  const ascentPx = Math.max(...inks.map((ink) => ink.ascentPx))
  const descentPx = Math.max(...inks.map((ink) => ink.descentPx))
  const pitchPx = ascentPx + descentPx + gapEm(look.outlineWidth) * fontPx
  const heightPx = (texts.length - 1) * pitchPx + ascentPx + descentPx + 2 * outlinePx
  const slackPx = frame.heightPx - heightPx
  const topPx = -frame.heightPx / 2 + { top: 0, middle: slackPx / 2, bottom: slackPx }[look.verticalAlign]
  const lines = texts.map((text, index) => {
    const ink = inks[index]!
    const inkWidthPx = ink.leftPx + ink.rightPx
    const sidePx = frame.widthPx / 2 - outlinePx
    const leftPx = { left: -sidePx, center: -inkWidthPx / 2, right: sidePx - inkWidthPx }[look.align]
    return {
      text,
      direction: textDirection(text),
      xPx: leftPx + ink.leftPx,
      yPx: topPx + outlinePx + ascentPx + index * pitchPx,
      widthPx: inkWidthPx,
    }
  })
  const widthPx = Math.max(...inks.map((ink) => ink.leftPx + ink.rightPx)) + 2 * outlinePx
  return { lines, widthPx, heightPx }
}

const wholePixels = (fontPx: number): number => (fontPx >= 16 ? Math.floor(fontPx) : Math.floor(fontPx * 4) / 4)

/** @returns null when the words do not fit at a legible size. */
function tryFit(text: string, box: BoxPx, look: Look, measure: Measure, options: FitOptions): CaptionLayout | null {
  const frame = { widthPx: box.widthPx - 2 * edgePx, heightPx: box.heightPx - 2 * edgePx }
  if (frame.widthPx <= 0 || frame.heightPx <= 0) return null
  const { pieces, size } = sizedPieces(text, frame, look, measure, options)
  let fontPx = wholePixels(size.fontPx)
  // Finished lines are kerned, shaped and hinted, so they may differ a little from the sum of their pieces.
  while (fontPx > 0 && fontPx >= wholePixels(options.minFontPx)) {
    let scale = 1
    const ends = balanceLines(pieces, frame.widthPx / fontPx - 2 * look.outlineWidth, size.lines)
    if (ends !== null) {
      const texts = lineTexts(pieces, ends)
      const inks = texts.map((line) => measure(line, look.font, fontPx))
      const { lines, widthPx, heightPx } = setLines(texts, inks, frame, look, fontPx)
      scale = Math.min(frame.widthPx / widthPx, frame.heightPx / heightPx)
      if (scale >= 1) {
        const { font, color, outlineColor } = look
        return { lines, font, fontPx, color, outlineColor, outlineWidthPx: look.outlineWidth * fontPx, box }
      }
    }
    fontPx = wholePixels(Math.min(fontPx * scale, fontPx - Math.max(0.25, fontPx * 0.01)))
  }
  return null
}

/** How many characters, as a reader counts them, would fit. */
function fittingCharacters(text: string, fits: (start: string) => boolean): number {
  const characters = graphemes(text)
  let low = 0
  let high = characters.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(characters.slice(0, middle).join(''))) low = middle
    else high = middle
  }
  return low
}

/**
 * Lays a caption out in its box: the largest lettering at which its lines stand inside, outline included, the lines
 * as even as can be. Words are cut only when they would not be legible otherwise; none is ever lost.
 * @param box may be turned; lines are set in its own, unturned, frame.
 * @throws AppError CAPTION_DOES_NOT_FIT with how many characters would fit at `minFontPx`.
 */
export function fitCaption(
  caption: string,
  box: BoxPx,
  look: Look,
  measure: Measure,
  options: FitOptions,
): CaptionLayout {
  const typed = normalizeCaption(caption)
  const text = look.upper ? upperCase(typed) : typed
  const layout = tryFit(text, box, look, measure, options)
  if (layout !== null) return layout
  const fitsCharacters = fittingCharacters(text, (start) => tryFit(start, box, look, measure, options) !== null)
  const captionIndex = options.captionIndex ?? 0
  throw new AppError(
    'CAPTION_DOES_NOT_FIT',
    `Caption ${captionIndex + 1} does not fit its place at a size that can be read: about ${fitsCharacters} of its ${graphemes(text).length} characters would. Shorten it, or put it in a caption bar.`,
    { details: { captionIndex, fitsCharacters } },
  )
}
