import { darker, lighter } from '../drawing/color'
import { linear } from '../drawing/paint'
import { polygon, rect } from '../drawing/shapes'
import { glow } from './overlays'

/** A window in a wall, in the picture's pixels. */
export interface Opening {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Sky at its top and bottom. */
  readonly sky: readonly [string, string]
  readonly frame?: string
  /** What is to be seen outside, in the picture's coordinates. */
  readonly view?: string
}

/** A window in a wall, with light around it. */
export function window({ x, y, width, height, sky, frame = '#f4ede2', view = '' }: Opening): string {
  return (
    glow(x + width / 2, y + height / 2, width * 1.1, height * 1.1, sky[1], 0.45) +
    rect(
      x - 14,
      y - 14,
      width + 28,
      height + 28,
      {
        fill: linear([
          [0, lighter(frame, 0.3)],
          [1, darker(frame, 0.25)],
        ]),
      },
      6,
    ) +
    rect(x, y, width, height, {
      fill: linear([
        [0, sky[0]],
        [1, sky[1]],
      ]),
    }) +
    view +
    polygon(
      [
        [x + width * 0.12, y + height],
        [x + width * 0.45, y],
        [x + width * 0.62, y],
        [x + width * 0.29, y + height],
      ],
      { fill: '#fff', opacity: 0.13 },
    ) +
    rect(x + width / 2 - 5, y, 10, height, { fill: darker(frame, 0.06) }) +
    rect(x, y + height / 2 - 5, width, 10, { fill: darker(frame, 0.06) }) +
    rect(x, y, width, 12, {
      fill: linear([
        [0, '#12082a', 0.3],
        [1, '#12082a', 0],
      ]),
    }) +
    rect(
      x - 26,
      y + height + 12,
      width + 52,
      16,
      {
        fill: linear([
          [0, lighter(frame, 0.4)],
          [1, darker(frame, 0.3)],
        ]),
      },
      4,
    )
  )
}
