import { darker, lighter } from '../drawing/color'
import { lit } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { circle, ellipse, path, polygon, rect } from '../drawing/shapes'

/** A pine about its foot. */
export const pine = (x: number, y: number, height: number, color = '#2d6a4f'): string =>
  rect(x - height * 0.04, y - height * 0.16, height * 0.08, height * 0.16, { fill: '#5b3a29' }) +
  [0.12, 0.36, 0.6]
    .map((from, index) =>
      polygon(
        [
          [x - height * (0.3 - index * 0.06), y - height * from],
          [x, y - height * (from + 0.42)],
          [x + height * (0.3 - index * 0.06), y - height * from],
        ],
        {
          fill: linear(
            [
              [0, lighter(color, 0.2)],
              [0.6, color],
              [1, darker(color, 0.35)],
            ],
            20,
          ),
        },
      ),
    )
    .join('')

/** A round tree about its foot. */
export const tree = (x: number, y: number, height: number, color = '#5a9a4a'): string =>
  path(
    `M${x - height * 0.045} ${y} Q${x - height * 0.02} ${y - height * 0.3} ${x - height * 0.03} ${y - height * 0.5} L${x + height * 0.03} ${y - height * 0.5} Q${x + height * 0.02} ${y - height * 0.3} ${x + height * 0.05} ${y} Z`,
    { fill: '#6b4630' },
  ) +
  (
    [
      [-0.17, 0.55, 0.2],
      [0.17, 0.56, 0.2],
      [0, 0.5, 0.2],
      [-0.08, 0.74, 0.21],
      [0.1, 0.76, 0.2],
      [0, 0.62, 0.24],
    ] as const
  )
    .map(([dx, dy, r], index) =>
      ellipse(x + dx * height, y - dy * height, r * height, r * height * 0.92, {
        fill: linear(
          [
            [0, lighter(color, 0.22 - index * 0.01)],
            [1, darker(color, 0.24)],
          ],
          65,
        ),
      }),
    )
    .join('')

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
