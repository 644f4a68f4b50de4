import { darker } from '../drawing/color'
import { circle, ellipse, type Finish, path, placed } from '../drawing/shapes'
import { type FaceExtra, faceExtra } from './faceExtra'

/** How eyes look. */
export type Eyes = 'open' | 'wide' | 'half' | 'closed' | 'happy' | 'shut' | 'dots'

/** How brows stand. */
export type Brows = 'calm' | 'up' | 'angry' | 'worried' | 'one-up' | 'none'

/** What a mouth does. */
export type Mouth =
  | 'smile'
  | 'grin'
  | 'laugh'
  | 'flat'
  | 'frown'
  | 'wobbly'
  | 'shout'
  | 'small-o'
  | 'smirk'
  | 'teeth'
  | 'kiss'
/** What a face does. */
export interface Face {
  readonly eyes?: Eyes
  readonly brows?: Brows
  readonly mouth?: Mouth
  /** Where the pupils go: −1..1 to the right, −1..1 down. */
  readonly look?: readonly [number, number]
  readonly extras?: readonly FaceExtra[]
}

const ink = '#2b1a2e'
const inside = '#7a1f34'

/** Moods, so that a scene says what somebody feels rather than what their brows do. */
export const moods = {
  calm: { eyes: 'open', brows: 'calm', mouth: 'smile' },
  happy: { eyes: 'happy', brows: 'up', mouth: 'grin' },
  delighted: { eyes: 'wide', brows: 'up', mouth: 'laugh' },
  smug: { eyes: 'half', brows: 'one-up', mouth: 'smirk' },
  content: { eyes: 'closed', brows: 'calm', mouth: 'smile' },
  worried: { eyes: 'open', brows: 'worried', mouth: 'wobbly', extras: ['sweat'] },
  panic: { eyes: 'wide', brows: 'worried', mouth: 'shout', extras: ['sweat'] },
  angry: { eyes: 'open', brows: 'angry', mouth: 'teeth' },
  furious: { eyes: 'wide', brows: 'angry', mouth: 'shout', extras: ['vein'] },
  crying: { eyes: 'shut', brows: 'worried', mouth: 'shout', extras: ['tears'] },
  tired: { eyes: 'half', brows: 'worried', mouth: 'flat', extras: ['bags'] },
  unmoved: { eyes: 'half', brows: 'calm', mouth: 'flat' },
  disgusted: { eyes: 'shut', brows: 'angry', mouth: 'wobbly' },
  asleep: { eyes: 'closed', brows: 'calm', mouth: 'small-o' },
} as const satisfies Record<string, Face>

function eye(x: number, kind: Eyes, [lookX, lookY]: readonly [number, number], skin: string): string {
  const stroke: Finish = { stroke: ink, width: 5 }
  if (kind === 'dots') return ellipse(x + lookX * 3, lookY * 3, 6, 8, { fill: ink })
  if (kind === 'happy') return path(`M${x - 11} 4 Q${x} -13 ${x + 11} 4`, stroke)
  if (kind === 'closed') return path(`M${x - 11} -1 Q${x} 9 ${x + 11} -1`, stroke)
  if (kind === 'shut') {
    const inner = x < 0 ? 1 : -1
    return path(`M${x - 9 * inner} -8 L${x + 7 * inner} 0 L${x - 9 * inner} 8`, stroke)
  }
  const [rx, ry, pupil] = kind === 'wide' ? [15, 18, 5.5] : [12.5, 14.5, 7.2]
  const [px, py] = [x + lookX * (rx - pupil) * 0.85, lookY * (ry - pupil) * 0.75]
  const lid =
    kind === 'half'
      ? path(`M${x - rx - 1} -1 Q${x - rx} ${-ry - 3} ${x} ${-ry - 3} Q${x + rx} ${-ry - 3} ${x + rx + 1} -1 Z`, {
          fill: darker(skin, 0.1),
        }) + path(`M${x - rx - 1} -1 L${x + rx + 1} -1`, { stroke: ink, width: 4 })
      : ''
  return (
    ellipse(x, 0, rx, ry, { fill: '#fffdf8', stroke: darker(skin, 0.35), width: 1.5 }) +
    circle(px, kind === 'half' ? Math.max(py, 5) : py, pupil, { fill: ink }) +
    circle(px + 2.4, (kind === 'half' ? Math.max(py, 5) : py) - 2.6, pupil * 0.32, { fill: '#fff' }) +
    lid
  )
}

function brow(x: number, kind: Brows, color: string): string {
  if (kind === 'none') return ''
  const outer = x < 0 ? -1 : 1
  const [inY, outY, midY] = (
    {
      calm: [-23, -21, -27],
      up: [-31, -28, -38],
      angry: [-13, -27, -24],
      worried: [-33, -20, -31],
      'one-up': outer < 0 ? [-34, -30, -41] : [-18, -20, -20],
    } as const
  )[kind]
  return path(`M${x - outer * 12} ${inY} Q${x} ${midY} ${x + outer * 13} ${outY}`, { stroke: color, width: 6.5 })
}

const teeth = (width: number, y: number) =>
  path(`M${-width} ${y} Q0 ${y + 3} ${width} ${y} L${width - 3} ${y + 7} Q0 ${y + 10} ${3 - width} ${y + 7} Z`, {
    fill: '#fffdf5',
  })

const mouths: Readonly<Record<Mouth, () => string>> = {
  smile: () => path('M-15 0 Q0 14 15 0', { stroke: ink, width: 5 }),
  grin: () => path('M-21 -4 Q0 3 21 -4 Q18 20 0 20 Q-18 20 -21 -4 Z', { fill: inside }) + teeth(18, -1),
  laugh: () =>
    path('M-23 -6 Q0 2 23 -6 Q22 29 0 29 Q-22 29 -23 -6 Z', { fill: inside }) +
    ellipse(0, 20, 12, 7, { fill: '#f0657a' }) +
    teeth(20, -3),
  flat: () => path('M-14 4 L14 4', { stroke: ink, width: 5 }),
  frown: () => path('M-15 12 Q0 -5 15 12', { stroke: ink, width: 5 }),
  wobbly: () => path('M-18 6 Q-12 -3 -6 5 T6 5 T18 4', { stroke: ink, width: 5 }),
  shout: () =>
    path('M-19 2 Q-18 -9 0 -9 Q18 -9 19 2 Q21 30 0 31 Q-21 30 -19 2 Z', { fill: inside }) +
    ellipse(0, 23, 11, 6, { fill: '#f0657a' }) +
    teeth(14, -5),
  'small-o': () => ellipse(0, 8, 8, 10, { fill: inside }),
  smirk: () => path('M-13 7 Q4 11 17 -5', { stroke: ink, width: 5 }),
  teeth: () =>
    path('M-20 -3 Q0 -8 20 -3 Q22 16 0 17 Q-22 16 -20 -3 Z', { fill: '#fffdf5', stroke: ink, width: 4 }) +
    path('M-20 6 Q0 8 20 6 M-8 -5 L-8 16 M7 -5 L7 16', { stroke: ink, width: 2 }),
  kiss: () => path('M-3 -3 Q8 0 1 5 Q9 9 -2 13', { stroke: ink, width: 4.5 }),
}

/** What lies on the skin, under eyes and mouth. */
const onSkin: ReadonlySet<FaceExtra> = new Set(['blush', 'bags', 'stubble'])

/** A face about the point between its eyes; eyes 46 apart. `muzzle` lowers the mouth onto an animal's snout. */
export function face(what: Face, skin: string, hair: string, muzzle = false): string {
  const { eyes = 'open', brows = 'calm', mouth = 'smile', look = [0, 0], extras = [] } = what
  const under = extras.filter((kind) => onSkin.has(kind))
  const over = extras.filter((kind) => !onSkin.has(kind))
  return (
    under.map((kind) => faceExtra(kind, skin)).join('') +
    [-23, 23].map((x) => eye(x, eyes, look, skin)).join('') +
    [-23, 23].map((x) => brow(x, brows, darker(hair, 0.25))).join('') +
    (muzzle ? '' : path('M-3 13 Q7 22 -5 24', { stroke: darker(skin, 0.34), width: 4.5 })) +
    placed(mouths[mouth](), { y: muzzle ? 40 : 38, scale: muzzle ? 0.85 : 1 }) +
    over.map((kind) => faceExtra(kind, skin)).join('')
  )
}
