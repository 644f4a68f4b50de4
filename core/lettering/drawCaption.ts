import { setFont, setLine, type TextContext } from './canvasText'
import { lineParts } from './lineParts'
import type { CaptionLayout, CaptionLine } from './types'

/**
 * Draws one caption, in the browser and in the worker alike. The context's unit is a pixel of the finished picture
 * (scale it for a smaller preview). All outlines go under all letters, so that no line's outline cuts into the line above.
 */
export function drawCaption(context: TextContext, layout: CaptionLayout): void {
  const { box, outlineWidthPx } = layout
  context.save()
  context.translate(box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2)
  context.rotate((box.angle * Math.PI) / 180)
  setFont(context, layout.font, layout.fontPx)
  if (outlineWidthPx > 0) {
    context.lineJoin = 'round'
    context.lineWidth = 2 * outlineWidthPx
    context.strokeStyle = layout.outlineColor
    for (const line of layout.lines) {
      drawLine(context, line, layout.fontPx, (text, xPx) => context.strokeText(text, xPx, line.yPx))
    }
  }
  context.fillStyle = layout.color
  for (const line of layout.lines) {
    drawLine(context, line, layout.fontPx, (text, xPx) => context.fillText(text, xPx, line.yPx))
  }
  context.restore()
}

function drawLine(
  context: TextContext,
  line: CaptionLine,
  fontPx: number,
  draw: (text: string, xPx: number) => void,
): void {
  setLine(context, line.direction)
  let xPx = line.xPx
  for (const { text, leadPx } of lineParts(context, line.text, line.direction)) {
    const widthPx = context.measureText(text).width - leadPx
    if (leadPx === 0) draw(text, xPx)
    else {
      context.save()
      context.beginPath()
      context.rect(xPx, line.yPx - 2 * fontPx, widthPx, 3 * fontPx)
      context.clip()
      draw(text, xPx - leadPx)
      context.restore()
    }
    xPx += widthPx
  }
}
