import type { CSSProperties } from 'react'
import type { BoxPx } from '#core/box'

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`

/** Lays an element over a box of a picture, whatever size that is shown at. */
export const boxStyle = (box: BoxPx, width: number, height: number): CSSProperties => ({
  left: percent(box.xPx, width),
  top: percent(box.yPx, height),
  width: percent(box.widthPx, width),
  height: percent(box.heightPx, height),
  rotate: `${box.angle}deg`,
})
