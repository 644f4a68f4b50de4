import { darker, lighter } from '../drawing/color'
import { type Light, lit, shadowed } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { type Placing, path, placed, rect } from '../drawing/shapes'

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

/** A name tag stuck to something, for words about who that is. */
export const label = (x: number, y: number, width: number, height: number, color = '#fffdf5', turn = 0): string =>
  card(width, height, color, { x, y, turn }, 10)
