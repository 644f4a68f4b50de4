import { darker } from '../drawing/color'
import type { Paint } from '../drawing/paint'
import { circle, type Point, path, placed, rect } from '../drawing/shapes'

/** The joints of an arm or leg. */
export interface Limb {
  readonly from: Point
  readonly joint: Point
  readonly to: Point
}

/**
 * Bends a limb of two bones so that it ends at `to` (two-circle intersection); stretched evenly when that is out of reach.
 * @param bend 1 or −1: which side the joint goes to; 0: outwards or down, as is comfortable.
 * @param side −1 for a left limb, 1 for a right one.
 */
export function reach(from: Point, to: Point, upper: number, lower: number, bend: number, side: number): Limb {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const distance = Math.max(1, Math.hypot(dx, dy))
  const stretch = Math.max(1, distance / ((upper + lower) * 0.995))
  const [a, b] = [upper * stretch, lower * stretch]
  const along = (a * a - b * b + distance * distance) / (2 * distance)
  const aside = Math.sqrt(Math.max(0, a * a - along * along))
  const [ux, uy] = [dx / distance, dy / distance]
  const joint = (way: number): Point => [
    from[0] + ux * along - uy * aside * way,
    from[1] + uy * along + ux * aside * way,
  ]
  const comfort = ([x, y]: Point) => x * side + y * 0.7
  const way = bend !== 0 ? bend : comfort(joint(1)) > comfort(joint(-1)) ? 1 : -1
  return { from, joint: joint(way), to }
}

const between = (a: Point, b: Point, part: number): Point => [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
const at = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`

/** A limb as a thick line with a soft joint; `part` of its last bone. */
export const drawLimb = ({ from, joint, to }: Limb, stroke: Paint, width: number, part = 1): string =>
  path(
    `M${at(from)} L${at(between(joint, from, 0.32))} Q${at(joint)} ${at(between(joint, to, 0.32))} L${at(between(joint, to, part))}`,
    {
      stroke,
      width,
    },
  )

/** The first part of a limb only: a short sleeve. */
export const drawUpperLimb = ({ from, joint }: Limb, stroke: Paint, width: number, part = 0.75): string =>
  path(`M${at(from)} L${at(between(from, joint, part))}`, { stroke, width })

/** What a hand does. */
export type Hand = 'fist' | 'open' | 'point' | 'stop' | 'flat'

/** A hand at a limb's end, in the limb's direction. `side` −1 has its thumb on the other side. */
export function drawHand(kind: Hand, limb: Limb, skin: string, side: number): string {
  const { joint, to } = limb
  const turn = (Math.atan2(to[1] - joint[1], to[0] - joint[0]) * 180) / Math.PI
  const finger = (dx: number, dy: number, width = 9) => path(`M6 ${dy * 0.4} L${dx} ${dy}`, { stroke: skin, width })
  const crease = darker(skin, 0.28)
  const palm = circle(7, 0, 16, { fill: skin })
  const drawings: Readonly<Record<Hand, string>> = {
    fist:
      palm +
      path(`M14 ${-9} q8 4 5 9 M15 1 q7 3 3 8`, { stroke: crease, width: 2.5 }) +
      path('M4 -12 q10 -2 12 5', { stroke: crease, width: 2.5 }),
    open: finger(33, -17) + finger(38, -6) + finger(37, 6) + finger(30, 16) + finger(8, -26, 10) + palm,
    point: finger(42, -4, 10) + palm + path('M18 4 q6 4 0 9 M4 -12 q10 -3 13 3', { stroke: crease, width: 2.5 }),
    stop:
      rect(0, -18, 34, 36, { fill: skin }, 13) +
      path('M20 -8 L33 -8 M20 1 L34 1 M20 10 L32 10', { stroke: crease, width: 2.5 }) +
      finger(12, -25, 11),
    flat: rect(0, -10, 36, 20, { fill: skin }, 10) + finger(14, -17, 9),
  }
  return placed(drawings[kind], { x: to[0], y: to[1], turn, squash: side })
}
