import type { BoxPx } from '#core/box'
import type { CaptionLayout } from '#core/lettering/types'

/** Of the font size: how far capitals reach above the baseline, and what hangs below it. */
const above = 0.9
const below = 0.22

/** A box close around the words of a layout, turned as they are, in pixels of the finished picture. */
export function inkBox({ lines, fontPx, outlineWidthPx, box }: CaptionLayout): BoxPx {
  const left = Math.min(...lines.map(({ xPx }) => xPx)) - outlineWidthPx
  const right = Math.max(...lines.map(({ xPx, widthPx }) => xPx + widthPx)) + outlineWidthPx
  const top = Math.min(...lines.map(({ yPx }) => yPx)) - above * fontPx
  const bottom = Math.max(...lines.map(({ yPx }) => yPx)) + below * fontPx
  // Lines stand about the centre of their box before it is turned.
  const radians = (box.angle * Math.PI) / 180
  const [along, across] = [(left + right) / 2, (top + bottom) / 2]
  const xPx = box.xPx + box.widthPx / 2 + along * Math.cos(radians) - across * Math.sin(radians)
  const yPx = box.yPx + box.heightPx / 2 + along * Math.sin(radians) + across * Math.cos(radians)
  const [widthPx, heightPx] = [right - left, bottom - top]
  return { xPx: xPx - widthPx / 2, yPx: yPx - heightPx / 2, widthPx, heightPx, angle: box.angle }
}
