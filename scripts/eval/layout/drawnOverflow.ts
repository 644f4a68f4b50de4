import { createCanvas } from '@napi-rs/canvas'
import type { TextContext } from '#core/lettering/canvasText'
import { drawCaption } from '#core/lettering/drawCaption'
import type { CaptionLayout } from '#core/lettering/types'

/** How far outside of a box ink is looked for. */
const borderPx = 24
/** Ink fainter than this (of 255) is a rounding of antialiasing. */
const faint = 8

/**
 * Draws a caption alone and counts the pixels of ink outside of its box, or of the picture.
 * The box is drawn level: turning it turns ink and box alike.
 */
export function drawnOverflow(layout: CaptionLayout): number {
  const width = Math.ceil(layout.box.widthPx) + 2 * borderPx
  const height = Math.ceil(layout.box.heightPx) + 2 * borderPx
  const context = createCanvas(width, height).getContext('2d')
  const level = { ...layout.box, xPx: borderPx, yPx: borderPx, angle: 0 }
  drawCaption(context as unknown as TextContext, { ...layout, box: level })
  const { data } = context.getImageData(0, 0, width, height)
  const right = borderPx + layout.box.widthPx
  const bottom = borderPx + layout.box.heightPx
  let outside = 0
  for (let y = 0; y < height; y++) {
    const rowOutside = y < borderPx || y >= bottom
    for (let x = 0; x < width; x++) {
      if (x >= borderPx && x < right && !rowOutside) x = Math.ceil(right)
      if (x < width && data[(y * width + x) * 4 + 3]! > faint) outside += 1
    }
  }
  return outside
}
