import { darker, lighter } from '../drawing/color'
import { type Light, lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { glow } from '../places/overlays'

/** A screen on a wall that shines in a colour, with lines of something on it. */
export const monitor = (x: number, y: number, width: number, height: number, color: string): string =>
  glow(x + width / 2, y + height / 2, width, height, color, 0.4) +
  lit(rect(x - 10, y - 10, width + 20, height + 20, { fill: '#20263f' }, 12), width) +
  rect(
    x,
    y,
    width,
    height,
    {
      fill: radial([
        [0, darker(color, 0.45)],
        [1, darker(color, 0.8)],
      ]),
    },
    6,
  ) +
  path(
    `M${x + 16} ${y + height * 0.65} l${width * 0.14} ${-height * 0.3} l${width * 0.12} ${height * 0.38} l${width * 0.16} ${-height * 0.5} l${width * 0.14} ${height * 0.34} l${width * 0.24} ${-height * 0.16}`,
    { stroke: color, width: 5 },
  )

/** A stemmed glass with bubbles in it, about the hand that holds its stem. */
export const glass = (): string =>
  lit(
    path('M-4 10 L-4 56 M-26 60 L26 60', { stroke: '#e8f4ff', width: 8, opacity: 0.9 }) +
      path('M-26 -96 Q-30 6 0 12 Q30 6 26 -96 Z', { fill: '#ffffff', opacity: 0.35 }) +
      path('M-26 -66 Q-26 2 0 8 Q26 2 26 -66 Z', {
        fill: linear([
          [0, '#fff0a8'],
          [1, '#f0b93e'],
        ]),
      }) +
      [
        [-8, -20],
        [6, -36],
        [-3, -50],
        [10, -12],
      ]
        .map(([x, y]) => circle(x!, y!, 3, { fill: '#fff', opacity: 0.9 }))
        .join('') +
      path('M-18 -86 Q-20 -30 -10 -8', { stroke: '#fff', width: 5, opacity: 0.8 }),
    130,
  )

/** A car from behind, about the middle of its bumper. */
export const carBehind = (color: string, light?: Light): string =>
  lit(
    rect(-118, -6, 46, 52, { fill: '#191524' }, 12) +
      rect(72, -6, 46, 52, { fill: '#191524' }, 12) +
      path('M-92 -78 Q-84 -140 -56 -146 L56 -146 Q84 -140 92 -78 Z', { fill: darker(color, 0.12) }) +
      path('M-74 -80 Q-68 -126 -48 -130 L48 -130 Q68 -126 74 -80 Z', {
        fill: linear([
          [0, '#bfe6f7'],
          [1, '#4f7f9c'],
        ]),
      }) +
      circle(-26, -98, 16, { fill: '#2c3550' }) +
      path('M-130 -52 Q-126 -84 -92 -84 L92 -84 Q126 -84 130 -52 L132 14 Q130 30 112 30 L-112 30 Q-130 30 -132 14 Z', {
        fill: linear([
          [0, lighter(color, 0.2)],
          [0.5, color],
          [1, darker(color, 0.3)],
        ]),
      }) +
      rect(-124, -50, 44, 26, { fill: '#ff4a3d' }, 8) +
      rect(80, -50, 44, 26, { fill: '#ff4a3d' }, 8) +
      rect(-34, -30, 68, 28, { fill: '#fdf6dc' }, 4) +
      rect(-132, 8, 264, 14, { fill: darker(color, 0.45) }, 7),
    200,
    light,
  )
