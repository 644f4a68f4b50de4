import { darker, lighter } from '../drawing/color'
import { linear } from '../drawing/paint'
import { circle, path } from '../drawing/shapes'

/** What somebody wears. */
export type Outfit = 'tee' | 'hoodie' | 'suit' | 'dress' | 'coat' | 'striped' | 'tank'

/** A body in its clothes, about the hip; `build` is how broad. */
export function torso(outfit: Outfit, top: string, build: number, fromBehind: boolean): string {
  const w = 52 * build
  const body = path(`M${-w} -96 Q${-w} -128 -22 -130 L22 -130 Q${w} -128 ${w} -96 L40 8 Q0 22 -40 8 Z`, {
    fill: linear(
      [
        [0, lighter(top, 0.16)],
        [1, darker(top, 0.12)],
      ],
      75,
    ),
  })
  if (fromBehind) return body
  switch (outfit) {
    case 'suit':
      return (
        body +
        path('M-24 -130 L0 -62 L24 -130 Z', { fill: '#fdfaf3' }) +
        path('M-5 -126 L5 -126 L9 -82 L0 -66 L-9 -82 Z', { fill: '#c8344a' }) +
        path('M-24 -130 L-32 -96 L0 -58 L32 -96 L24 -130', { stroke: darker(top, 0.3), width: 5 })
      )
    case 'hoodie':
      return (
        body +
        path('M-30 -128 Q0 -92 30 -128 Q0 -112 -30 -128 Z', { fill: darker(top, 0.35) }) +
        path('M-26 -34 L26 -34 L34 0 Q0 10 -34 0 Z', { fill: darker(top, 0.13) }) +
        path('M-9 -108 L-10 -82 M9 -108 L10 -84', { stroke: '#fff', width: 4, opacity: 0.8 })
      )
    case 'striped':
      return (
        body +
        [-92, -64, -36, -8]
          .map((y) =>
            path(`M${-w + 6 + (y + 92) * 0.08} ${y} Q0 ${y + 9} ${w - 6 - (y + 92) * 0.08} ${y}`, {
              stroke: '#fffaf0',
              width: 10,
              butt: true,
              opacity: 0.9,
            }),
          )
          .join('')
      )
    case 'coat':
      return (
        body +
        path('M0 -128 L0 14', { stroke: darker(top, 0.25), width: 4 }) +
        path('M-24 -130 L-8 -96 L0 -112 L8 -96 L24 -130', { fill: lighter(top, 0.4) }) +
        [-70, -40, -10].map((y) => circle(9, y, 4, { fill: darker(top, 0.4) })).join('')
      )
    case 'tank':
      return body
    default:
      return body + path('M-20 -130 Q0 -108 20 -130', { stroke: darker(top, 0.22), width: 6 })
  }
}
