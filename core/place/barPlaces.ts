import { graphemes } from '../lettering/lineBreaks'
import { normalizeCaption } from '../lettering/normalizeCaption'
import type { Place, Placement } from './types'

/** Lettering in a bar, of the picture's width, from the first choice on, … */
const fontSizes = [0.075, 0.06, 0.05, 0.042, 0.035] as const
/** … and at most this much of the picture's height, so that a bar never outweighs a wide picture. */
const tallestLine = 0.14
/** A bar higher than this, of the picture's height, takes smaller lettering instead. */
const tallestBar = 0.5
const lineHeightEm = 1.3
const paddingEm = 0.3
const barColor = '#ffffff'

/** Room for a caption in a row as wide as the picture; on the generous side, the measured search then fills it. */
function rowHeightPx(caption: string, fontPx: number, widthPx: number): number {
  const lines = normalizeCaption(caption)
    .split('\n')
    .map((line) => {
      const em = graphemes(line).reduce(
        (sum, character) => sum + (/[\u1100-\uFFDC\u{1F000}-\u{3FFFF}]/u.test(character) ? 1.05 : 0.56),
        0,
      )
      return Math.max(1, Math.ceil((em * fontPx) / (widthPx * 0.9)))
    })
  return (lines.reduce((sum, count) => sum + count, 0) * lineHeightEm + 2 * paddingEm) * fontPx
}

interface Row {
  readonly index: number
  readonly heightPx: number
}

/**
 * Captions in white bars that extend the canvas: one above the picture, from two on the later half below it.
 * @param filled indexes of the captions that are not empty.
 */
export function barPlacement(
  captions: readonly string[],
  filled: readonly number[],
  width: number,
  height: number,
): Placement {
  const side = Math.ceil(filled.length / 2)
  const rows = (
    indexes: readonly number[],
  ): { readonly fontPx: number; readonly rows: readonly Row[]; readonly heightPx: number } => {
    const sized = fontSizes.map((size) => {
      const fontPx = Math.min(size * width, tallestLine * height * (size / fontSizes[0]))
      const own = indexes.map((index) => ({ index, heightPx: Math.ceil(rowHeightPx(captions[index]!, fontPx, width)) }))
      return { fontPx, rows: own, heightPx: own.reduce((sum, row) => sum + row.heightPx, 0) }
    })
    return sized.find((bar) => bar.heightPx <= tallestBar * height) ?? sized.at(-1)!
  }
  const above = rows(filled.slice(0, side))
  const below = rows(filled.slice(side))
  const places: (Place | null)[] = captions.map(() => null)
  const fill = (bar: typeof above, startPx: number) => {
    let yPx = startPx
    for (const { index, heightPx } of bar.rows) {
      const padPx = bar.fontPx * paddingEm * 0.6
      const box = { xPx: padPx, yPx: yPx + padPx, widthPx: width - 2 * padPx, heightPx: heightPx - 2 * padPx, angle: 0 }
      places[index] = {
        kind: 'bar',
        regionId: null,
        box,
        room: box,
        comfortableFontPx: 0,
        maxFontPx: bar.fontPx * 1.25,
        verticalAlign: 'middle',
      }
      yPx += heightPx
    }
  }
  fill(above, 0)
  fill(below, above.heightPx + height)
  return {
    width,
    height: above.heightPx + height + below.heightPx,
    canvas: { addTopPx: above.heightPx, addBottomPx: below.heightPx, barColor },
    places,
  }
}
