import type { PieceWidth } from './balanceLines'
import { graphemes, pieces } from './lineBreaks'
import type { FontSpec, Measure } from './types'

/** A piece of a caption with its measures in em, the font size being 1. */
export interface MeasuredPiece extends PieceWidth {
  readonly text: string
  readonly ascent: number
  readonly descent: number
}

/** Pieces are measured at one size and scaled: letters grow evenly but for hinting, and finished lines are measured again. */
const referencePx = 64

function measured(text: string, ends: boolean, font: FontSpec, measure: Measure): MeasuredPiece {
  const bare = text.trimEnd()
  const ink = measure(bare, font, referencePx)
  const full = bare === text ? ink.advancePx : measure(text, font, referencePx).advancePx
  return {
    text,
    ends,
    full: full / referencePx,
    visible: ink.advancePx / referencePx,
    ascent: ink.ascentPx / referencePx,
    descent: ink.descentPx / referencePx,
  }
}

/** The parts between which lines may break, measured. */
export const measurePieces = (text: string, font: FontSpec, measure: Measure): readonly MeasuredPiece[] =>
  pieces(text).map((piece) => measured(piece.text, piece.ends, font, measure))

/** The last resort for words wider than `widthEm`: they may break between any two characters a reader sees, without a hyphen. */
export const cutWidePieces = (
  measuredPieces: readonly MeasuredPiece[],
  widthEm: number,
  font: FontSpec,
  measure: Measure,
): readonly MeasuredPiece[] =>
  measuredPieces.flatMap((piece) => {
    if (piece.visible <= widthEm) return [piece]
    const parts = graphemes(piece.text)
    return parts.map((part, index) => measured(part, piece.ends && index === parts.length - 1, font, measure))
  })
