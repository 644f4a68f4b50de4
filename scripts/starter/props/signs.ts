import { darker, lighter } from '../drawing/color'
import { type Light, lit, shadowed } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { circle, ellipse, type Placing, path, placed, rect } from '../drawing/shapes'

/** A sheet of paper or cardboard about its middle, with a soft shadow. */
export const card = (width: number, height: number, color: string, placing: Placing, corner = 6): string =>
  placed(
    shadowed(
      rect(
        -width / 2,
        -height / 2,
        width,
        height,
        {
          fill: linear(
            [
              [0, lighter(color, 0.3)],
              [1, darker(color, 0.07)],
            ],
            75,
          ),
        },
        corner,
      ),
      3,
      8,
      8,
      0.35,
    ),
    placing,
  )

/** A wooden board about its middle, with grain and nails. */
export function board(width: number, height: number, color: string, placing: Placing): string {
  const grain = [0.26, 0.52, 0.78]
    .map((part) =>
      path(
        `M${-width / 2 + 8} ${-height / 2 + height * part} q${width * 0.25} ${height * 0.04} ${width * 0.5} 0 t${width * 0.46} 0`,
        { stroke: darker(color, 0.25), width: 2, opacity: 0.35 },
      ),
    )
    .join('')
  const nails = [-1, 1].map((side) => circle(side * (width / 2 - 16), 0, 5, { fill: '#5a5560' })).join('')
  return placed(
    shadowed(
      rect(
        -width / 2,
        -height / 2,
        width,
        height,
        {
          fill: linear([
            [0, lighter(color, 0.28)],
            [1, darker(color, 0.14)],
          ]),
        },
        10,
      ) +
        grain +
        nails,
      2,
      8,
      7,
      0.4,
    ),
    placing,
  )
}

/** A post in the ground. */
export const post = (x: number, top: number, foot: number, width: number, color: string, light?: Light): string =>
  lit(rect(x - width / 2, top, width, foot - top, { fill: color }, 5), width * 4, light)

/** A speech bubble; its tail's tip is at `tip`. */
export function bubble(
  x: number,
  y: number,
  width: number,
  height: number,
  tip: readonly [number, number],
  color = '#fffdf7',
): string {
  const cx = Math.min(x + width - 70, Math.max(x + 70, tip[0]))
  const edge = tip[1] > y + height ? y + height - 4 : y + 4
  return shadowed(
    path(`M${cx - 26} ${edge} L${tip[0]} ${tip[1]} L${cx + 26} ${edge} Z`, { fill: color, stroke: color, width: 6 }) +
      rect(
        x,
        y,
        width,
        height,
        {
          fill: linear([
            [0, '#ffffff'],
            [1, color],
          ]),
        },
        Math.min(46, height / 2.4),
      ),
    2,
    8,
    8,
    0.35,
  )
}

/** A thought cloud; little puffs lead to `from`. */
export function thought(
  x: number,
  y: number,
  width: number,
  height: number,
  from: readonly [number, number],
  color = '#fffdf7',
): string {
  const [cx, cy, rx, ry] = [x + width / 2, y + height / 2, width / 2, height / 2]
  const puffs = Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * Math.PI * 2
    return ellipse(cx + Math.cos(angle) * rx * 0.8, cy + Math.sin(angle) * ry * 0.72, rx * 0.26, ry * 0.34, {
      fill: color,
    })
  }).join('')
  const trail = [0.35, 0.68]
    .map((part, index) =>
      circle(cx + (from[0] - cx) * (0.42 + part * 0.55), cy + (from[1] - cy) * (0.5 + part * 0.5), 20 - index * 8, {
        fill: color,
      }),
    )
    .join('')
  return shadowed(puffs + ellipse(cx, cy, rx * 0.88, ry * 0.84, { fill: color }) + trail, 2, 8, 8, 0.3)
}

/** A name tag stuck to something, for words about who that is. */
export const label = (x: number, y: number, width: number, height: number, color = '#fffdf5', turn = 0): string =>
  card(width, height, color, { x, y, turn }, 10)
