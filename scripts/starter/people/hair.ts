import { darker, lighter } from '../drawing/color'
import { linear } from '../drawing/paint'
import { circle, ellipse, path, rect } from '../drawing/shapes'

/** What a head wears: hair, or a hat. */
export type Hair =
  | 'short'
  | 'quiff'
  | 'bob'
  | 'long'
  | 'bun'
  | 'curly'
  | 'bald'
  | 'tail'
  | 'spiky'
  | 'cap'
  | 'beanie'
  | 'hood'
  | 'grey-sides'

interface HairParts {
  readonly back: string
  readonly front: string
}

const shine = (color: string) =>
  linear(
    [
      [0, lighter(color, 0.22)],
      [0.55, color],
      [1, darker(color, 0.25)],
    ],
    70,
  )
const curl = (color: string, points: readonly (readonly [number, number, number])[]) =>
  points.map(([x, y, r]) => circle(x, y, r, { fill: shine(color) })).join('')

/** Hair about a head's centre: what is behind the head, and what lies on it. */
export const hairs: Readonly<Record<Hair, (color: string) => HairParts>> = {
  bald: () => ({ back: '', front: path('M-26 -54 Q-12 -63 4 -61', { stroke: '#fff', width: 6, opacity: 0.45 }) }),
  short: (c) => ({
    back: '',
    front: path(
      'M-63 -4 C-70 -58 -38 -80 4 -78 C48 -78 68 -48 62 -4 C58 -22 54 -32 44 -40 C16 -30 -18 -34 -38 -46 C-52 -36 -58 -22 -63 -4 Z',
      { fill: shine(c) },
    ),
  }),
  quiff: (c) => ({
    back: '',
    front: path(
      'M-62 -6 C-68 -46 -58 -62 -44 -68 C-44 -92 4 -106 46 -88 C40 -84 40 -80 42 -76 C62 -62 66 -36 61 -6 C57 -26 54 -36 44 -44 C12 -38 -20 -42 -42 -50 C-54 -38 -58 -22 -62 -6 Z',
      { fill: shine(c) },
    ),
  }),
  bob: (c) => ({
    back: path(
      'M-66 -10 C-74 -64 -40 -84 0 -84 C40 -84 74 -64 68 -10 C76 34 74 58 62 66 L-62 66 C-74 58 -76 34 -66 -10 Z',
      { fill: darker(c, 0.2) },
    ),
    front: path(
      'M-64 8 C-76 -58 -40 -82 0 -82 C42 -82 76 -56 64 8 C58 -14 54 -26 40 -42 C20 -26 -30 -22 -50 -32 C-58 -22 -60 -8 -64 8 Z',
      { fill: shine(c) },
    ),
  }),
  long: (c) => ({
    back: path(
      'M-64 -20 C-70 -66 -38 -84 0 -84 C38 -84 70 -66 66 -20 C84 30 80 90 66 118 C40 128 -40 128 -68 116 C-82 80 -82 30 -64 -20 Z',
      {
        fill: linear([
          [0, darker(c, 0.1)],
          [1, darker(c, 0.32)],
        ]),
      },
    ),
    front: path('M-65 16 C-76 -56 -40 -80 2 -80 C44 -80 76 -54 65 16 C62 -14 44 -40 6 -58 C-10 -38 -52 -30 -65 16 Z', {
      fill: shine(c),
    }),
  }),
  bun: (c) => ({
    back: circle(4, -90, 27, { fill: shine(c) }),
    front: path('M-63 -2 C-70 -56 -36 -78 0 -78 C38 -78 70 -54 63 -2 C58 -24 48 -42 0 -50 C-48 -42 -58 -24 -63 -2 Z', {
      fill: shine(c),
    }),
  }),
  tail: (c) => ({
    back: path('M20 -70 C80 -96 108 -40 98 24 C94 48 86 60 78 64 C80 20 70 -20 40 -46 Z', { fill: darker(c, 0.12) }),
    front: path('M-63 -2 C-70 -58 -36 -80 0 -80 C40 -80 70 -54 63 -2 C56 -26 40 -40 14 -54 C-8 -36 -50 -34 -63 -2 Z', {
      fill: shine(c),
    }),
  }),
  curly: (c) => ({
    back: curl(c, [
      [-56, -34, 32],
      [56, -34, 32],
      [-66, 2, 24],
      [66, 2, 24],
      [0, -72, 40],
      [-34, -66, 34],
      [36, -66, 34],
    ]),
    front: curl(c, [
      [-46, -48, 20],
      [-22, -58, 22],
      [4, -60, 22],
      [30, -56, 21],
      [50, -44, 18],
    ]),
  }),
  spiky: (c) => ({
    back: '',
    front: path(
      'M-64 -2 L-76 -40 L-56 -42 L-62 -78 L-34 -66 L-24 -100 L0 -74 L22 -102 L32 -70 L62 -84 L54 -48 L76 -42 L64 -2 C58 -22 50 -34 40 -42 C14 -34 -18 -36 -38 -46 C-52 -34 -58 -20 -64 -2 Z',
      { fill: shine(c) },
    ),
  }),
  cap: (c) => ({
    back: '',
    front:
      path('M-63 -30 C-62 -66 -36 -86 0 -86 C36 -86 62 -66 63 -30 Q0 -46 -63 -30 Z', { fill: shine(c) }) +
      path('M-58 -32 Q0 -54 66 -32 Q96 -22 92 -14 Q40 -36 -50 -24 Z', { fill: darker(c, 0.28) }),
  }),
  beanie: (c) => ({
    back: '',
    front:
      path('M-64 -24 C-66 -74 -36 -94 0 -94 C36 -94 66 -74 64 -24 Z', { fill: shine(c) }) +
      rect(-69, -44, 138, 28, { fill: darker(c, 0.22) }, 13) +
      circle(0, -96, 17, { fill: lighter(c, 0.4) }),
  }),
  hood: (c) => ({
    back: path('M-78 30 C-86 -62 -46 -92 0 -92 C46 -92 86 -62 78 30 C76 64 50 86 0 86 C-50 86 -76 64 -78 30 Z', {
      fill: darker(c, 0.25),
    }),
    front: path(
      'M-74 40 C-86 -60 -46 -90 0 -90 C46 -90 86 -60 74 40 C70 60 58 72 46 76 C62 40 64 -6 50 -34 C36 -60 -36 -60 -50 -34 C-64 -6 -62 40 -46 76 C-58 72 -70 60 -74 40 Z',
      { fill: shine(c) },
    ),
  }),
  'grey-sides': (c) => ({
    back: '',
    front:
      ellipse(-58, -14, 15, 24, { fill: shine(c) }) +
      ellipse(58, -14, 15, 24, { fill: shine(c) }) +
      path('M-24 -56 Q-10 -65 6 -62', { stroke: '#fff', width: 6, opacity: 0.45 }),
  }),
}
