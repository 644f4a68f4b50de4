import { setFont, setLine, type TextContext } from './canvasText'
import { textDirection } from './direction'
import { lineParts } from './lineParts'
import type { FontSpec, Ink, Measure } from './types'

/** A `Measure` that asks a canvas. */
export const canvasMeasure =
  (context: TextContext): Measure =>
  (text: string, font: FontSpec, sizePx: number): Ink => {
    const direction = textDirection(text)
    setFont(context, font, sizePx)
    setLine(context, direction)
    let ink: Ink | undefined
    for (const { text: part, leadPx } of lineParts(context, text, direction)) {
      const metrics = context.measureText(part)
      const startPx = (ink?.advancePx ?? 0) - leadPx
      ink = {
        advancePx: startPx + metrics.width,
        leftPx: Math.max(ink?.leftPx ?? Number.NEGATIVE_INFINITY, metrics.actualBoundingBoxLeft - startPx - leadPx),
        rightPx: Math.max(ink?.rightPx ?? Number.NEGATIVE_INFINITY, metrics.actualBoundingBoxRight + startPx),
        ascentPx: Math.max(ink?.ascentPx ?? Number.NEGATIVE_INFINITY, metrics.actualBoundingBoxAscent),
        descentPx: Math.max(ink?.descentPx ?? Number.NEGATIVE_INFINITY, metrics.actualBoundingBoxDescent),
      }
    }
    return ink!
  }
