import { darker, lighter } from '../drawing/color'
import { type Light, lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'
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

/** A skeleton that sits, about the middle of the seat, with a telephone in its hand. */
export function skeleton(x: number, y: number, scale: number, light?: Light): string {
  const bone = '#f3ead8'
  const line = (d: string, width = 15) => path(d, { stroke: bone, width })
  const joint = (jx: number, jy: number, r = 11) => circle(jx, jy, r, { fill: lighter(bone, 0.3) })
  const ribs = [0, 1, 2, 3]
    .map((row) =>
      path(`M-${46 - row * 5} ${-150 + row * 24} Q0 ${-122 + row * 24} ${46 - row * 5} ${-150 + row * 24}`, {
        stroke: bone,
        width: 11,
      }),
    )
    .join('')
  const skull =
    path(
      'M-54 -16 C-56 -62 -34 -76 0 -76 C34 -76 56 -62 54 -16 Q52 14 34 22 L34 46 Q0 58 -34 46 L-34 22 Q-52 14 -54 -16 Z',
      { fill: bone },
    ) +
    ellipse(-23, -8, 17, 19, { fill: '#33223a' }) +
    ellipse(23, -8, 17, 19, { fill: '#33223a' }) +
    path('M0 8 L-8 24 L8 24 Z', { fill: '#33223a' }) +
    path('M-22 36 L22 36 M-14 28 L-14 46 M0 28 L0 48 M14 28 L14 46', { stroke: '#33223a', width: 3.5 })
  const body =
    line('M0 -20 L0 -190', 18) +
    ribs +
    ellipse(0, -22, 44, 24, { fill: bone }) +
    ellipse(-16, -24, 10, 9, { fill: darker(bone, 0.4) }) +
    ellipse(16, -24, 10, 9, { fill: darker(bone, 0.4) }) +
    line('M-24 -14 L-58 26 L-60 128') +
    line('M24 -14 L56 26 L62 128') +
    joint(-58, 26) +
    joint(56, 26) +
    ellipse(-70, 132, 26, 11, { fill: bone }) +
    ellipse(72, 132, 26, 11, { fill: bone }) +
    line('M-52 -164 L52 -164', 13) +
    line('M-52 -160 L-86 -90 L-60 -30', 12) +
    line('M52 -160 L92 -104 L40 -92', 12) +
    joint(-86, -90, 9) +
    joint(92, -104, 9) +
    rect(14, -122, 34, 56, { fill: '#2d3350' }, 6) +
    rect(18, -116, 26, 44, { fill: '#9fd8ff' }, 3) +
    line('M42 -96 L28 -92 M42 -84 L28 -82', 7) +
    placed(skull, { y: -250, turn: 10, x: 6 })
  return lit(placed(body, { x, y, scale }), 170 * scale, light)
}

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

/** A bush of leaves about its foot. */
export const bush = (x: number, y: number, size: number, color: string): string =>
  lit(
    (
      [
        [-0.5, -0.2, 0.3],
        [0.5, -0.2, 0.3],
        [-0.2, -0.42, 0.36],
        [0.24, -0.4, 0.34],
        [0, -0.14, 0.4],
      ] as const
    )
      .map(([dx, dy, r]) => circle(x + dx * size, y + dy * size, r * size, { fill: color }))
      .join(''),
    size,
  )

/** Water to the picture's lower edge, with light on its waves. */
export const water = (width: number, height: number, top: number, colors: readonly [string, string]): string =>
  rect(0, top, width, height - top, {
    fill: linear([
      [0, colors[0]],
      [1, colors[1]],
    ]),
  }) +
  Array.from({ length: 34 }, (_, index) => {
    const depth = ((index * 37) % 34) / 34
    const y = top + 10 + (height - top - 20) * depth ** 1.4
    const x = ((index * 263) % 1300) * (width / 1200) - 60
    const length = 40 + depth * 130
    return path(`M${x} ${y} q${length / 4} ${-4 - depth * 7} ${length / 2} 0 t${length / 2} 0`, {
      stroke: '#ffffff',
      width: 2 + depth * 3,
      opacity: 0.18 + (index % 4) * 0.06,
    })
  }).join('')
