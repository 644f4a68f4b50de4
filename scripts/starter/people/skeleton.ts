import { darker, lighter } from '../drawing/color'
import { type Light, lit } from '../drawing/effects'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'

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
