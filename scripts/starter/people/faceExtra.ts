import { darker } from '../drawing/color'
import { circle, ellipse, path, placed } from '../drawing/shapes'

/** Things that come on top of a face. */
export type FaceExtra = 'sweat' | 'tears' | 'blush' | 'glasses' | 'shades' | 'bags' | 'stubble' | 'vein'

const drop = (x: number, y: number, size: number) =>
  placed(path('M0 -16 Q11 0 9 7 A9.5 9.5 0 0 1 -9 7 Q-11 0 0 -16 Z', { fill: '#7fd4f5', stroke: '#fff', width: 1.5 }), {
    x,
    y,
    scale: size,
  })

/** Something on a face, about the point between its eyes. */
export function faceExtra(kind: FaceExtra, skin: string): string {
  const lens = (fill: string, opacity: number) => [-24, 24].map((x) => circle(x, 0, 20, { fill, opacity })).join('')
  const frame = (color: string, width: number) =>
    [-24, 24].map((x) => circle(x, 0, 20, { stroke: color, width })).join('') +
    path('M-4 -2 Q0 -7 4 -2', { stroke: color, width })
  switch (kind) {
    case 'sweat':
      return drop(50, -34, 0.9) + drop(-52, -14, 0.65)
    case 'tears':
      return [-1, 1]
        .map((side) =>
          path(`M${side * 22} 8 Q${side * 34} 30 ${side * 40} 62 L${side * 24} 62 Q${side * 22} 34 ${side * 16} 8 Z`, {
            fill: '#8adaf8',
            opacity: 0.9,
          }),
        )
        .join('')
    case 'blush':
      return [-36, 36].map((x) => ellipse(x, 20, 12, 7, { fill: '#ff5c6c', opacity: 0.35 })).join('')
    case 'glasses':
      return lens('#dff4ff', 0.35) + frame('#3a2a3f', 4)
    case 'shades':
      return (
        lens('#1c1a2b', 1) +
        frame('#0d0b18', 4) +
        path('M-36 -8 L-26 -14 M12 -8 L22 -14', { stroke: '#9aa6d8', width: 4 })
      )
    case 'bags':
      return [-23, 23]
        .map((x) =>
          path(`M${x - 11} 15 Q${x} 23 ${x + 11} 15`, { stroke: darker(skin, 0.4), width: 3.5, opacity: 0.7 }),
        )
        .join('')
    case 'stubble':
      return path('M-54 18 Q-46 66 0 66 Q46 66 54 18 Q38 34 24 30 Q0 22 -24 30 Q-38 34 -54 18 Z', {
        fill: darker(skin, 0.5),
        opacity: 0.28,
      })
    case 'vein':
      return path('M36 -50 l7 7 l-8 3 M48 -44 l-3 -9 M52 -38 l9 -1', { stroke: '#c2243b', width: 4 })
  }
}
