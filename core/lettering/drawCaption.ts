import { setFont, setLine, type TextContext } from './canvasText'
import type { CaptionLayout } from './types'

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
      setLine(context, line.direction)
      context.strokeText(line.text, line.xPx, line.yPx)
    }
  }
  context.fillStyle = layout.color
  for (const line of layout.lines) {
    setLine(context, line.direction)
    context.fillText(line.text, line.xPx, line.yPx)
  }
  context.restore()
}
