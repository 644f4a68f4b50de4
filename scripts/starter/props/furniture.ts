import { darker, lighter } from '../drawing/color'
import { type Light, lit, shadowed } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { ellipse, path, polygon, rect } from '../drawing/shapes'
import { glow, groundShadow } from '../places/overlays'

/** A table seen a little from above. `y` is the front edge of its top, `foot` the ground. */
export function table(x: number, y: number, width: number, foot: number, color: string, light?: Light): string {
  const back = width * 0.08
  const depth = width * 0.13
  const legs = [x + 22, x + width - 44]
    .map((at) =>
      rect(
        at,
        y,
        24,
        foot - y,
        {
          fill: linear([
            [0, darker(color, 0.4)],
            [1, darker(color, 0.15)],
          ]),
        },
        5,
      ),
    )
    .join('')
  return (
    groundShadow(x + width / 2, foot, width * 1.15, 0.4) +
    lit(
      legs +
        polygon(
          [
            [x, y],
            [x + back, y - depth],
            [x + width - back, y - depth],
            [x + width, y],
          ],
          {
            fill: linear([
              [0, lighter(color, 0.1)],
              [1, lighter(color, 0.3)],
            ]),
          },
        ) +
        rect(
          x,
          y,
          width,
          24,
          {
            fill: linear([
              [0, color],
              [1, darker(color, 0.3)],
            ]),
          },
          4,
        ),
      width * 0.5,
      light,
    )
  )
}

/** A desk whose front hides the legs of who sits at it. */
export function desk(x: number, y: number, width: number, foot: number, color: string, light?: Light): string {
  return (
    groundShadow(x + width / 2, foot, width * 1.15, 0.5) +
    lit(
      rect(
        x + 16,
        y + 10,
        width - 32,
        foot - y - 10,
        {
          fill: linear([
            [0, darker(color, 0.36)],
            [1, darker(color, 0.16)],
          ]),
        },
        4,
      ) +
        rect(x + 44, y + 50, width - 88, foot - y - 84, { stroke: darker(color, 0.5), width: 4, opacity: 0.5 }, 6) +
        polygon(
          [
            [x, y],
            [x + width * 0.05, y - width * 0.07],
            [x + width * 0.95, y - width * 0.07],
            [x + width, y],
          ],
          {
            fill: linear([
              [0, lighter(color, 0.08)],
              [1, lighter(color, 0.3)],
            ]),
          },
        ) +
        rect(
          x,
          y,
          width,
          26,
          {
            fill: linear([
              [0, color],
              [1, darker(color, 0.25)],
            ]),
          },
          5,
        ),
      width * 0.5,
      light,
    )
  )
}

/** A lamp that stands on the floor and shines. */
export const floorLamp = (x: number, foot: number, height: number, color = '#f5c76b'): string =>
  groundShadow(x, foot, 120, 0.5) +
  rect(x - 4, foot - height, 8, height, { fill: '#4a3a3f' }) +
  ellipse(x, foot - 2, 44, 9, { fill: '#3a2c33' }) +
  glow(x, foot - height + 20, 330, 300, '#ffe2a0', 0.75) +
  path(
    `M${x - 36} ${foot - height - 46} L${x + 36} ${foot - height - 46} L${x + 64} ${foot - height + 40} L${x - 64} ${foot - height + 40} Z`,
    {
      fill: linear([
        [0, lighter(color, 0.2)],
        [1, lighter(color, 0.7)],
      ]),
    },
  )

/** A frame with something in it, hanging on a wall. `inner` is drawn inside, in the picture's coordinates. */
export const framed = (x: number, y: number, width: number, height: number, inner: string, frame = '#b07a3c'): string =>
  shadowed(
    rect(
      x - 26,
      y - 26,
      width + 52,
      height + 52,
      {
        fill: linear(
          [
            [0, lighter(frame, 0.35)],
            [0.5, frame],
            [1, darker(frame, 0.4)],
          ],
          60,
        ),
      },
      6,
    ) +
      rect(x - 12, y - 12, width + 24, height + 24, { fill: darker(frame, 0.45) }, 3) +
      inner,
    8,
    14,
    10,
    0.45,
  )

/** A bed from its side: head on the left. `y` is the top of the mattress. */
export function bed(x: number, y: number, width: number, blanket: string, light?: Light): string {
  return (
    groundShadow(x + width / 2, y + 150, width * 1.1) +
    lit(
      rect(x - 14, y - 130, 34, 280, { fill: '#7a4f34' }, 12) +
        rect(x + width - 20, y - 40, 30, 190, { fill: '#7a4f34' }, 12) +
        rect(x, y + 66, width, 50, { fill: '#8f5f3f' }, 6) +
        rect(x + 10, y, width - 24, 80, { fill: '#f2ecf5' }, 22) +
        path(
          `M${x + width * 0.36} ${y - 4} Q${x + width * 0.6} ${y - 96} ${x + width - 18} ${y - 12} L${x + width - 14} ${y + 84} L${x + width * 0.36} ${y + 84} Z`,
          {
            fill: linear([
              [0, lighter(blanket, 0.25)],
              [1, darker(blanket, 0.2)],
            ]),
          },
        ),
      width * 0.5,
      light,
    )
  )
}
