import { darker, lighter } from '../drawing/color'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'
import { type Face, face } from './face'
import { type Hair, hairs } from './hair'

/** Who somebody is. */
export type Kind = 'human' | 'cat' | 'dog' | 'bear' | 'rabbit' | 'robot'

/** How a head looks, whatever its face does. */
export interface HeadLook {
  readonly kind: Kind
  /** Skin, fur or plating. */
  readonly skin: string
  readonly hair: Hair
  readonly hairColor: string
}

const skull = 'M-60 -8 C-61 -50 -38 -70 0 -70 C38 -70 61 -50 60 -8 C59 34 38 66 0 66 C-38 66 -59 34 -60 -8 Z'

const skinPaint = (skin: string) =>
  radial(
    [
      [0, lighter(skin, 0.2)],
      [0.62, skin],
      [1, darker(skin, 0.14)],
    ],
    0.38,
    0.3,
    0.85,
  )

function animalEars(kind: Kind, skin: string): string {
  const inner = darker(skin, 0.3)
  const pair = (draw: (side: number) => string) => draw(-1) + draw(1)
  if (kind === 'cat')
    return pair(
      (s) =>
        path(`M${s * 56} -30 L${s * 62} -98 Q${s * 34} -90 ${s * 12} -62 Z`, { fill: skin, stroke: skin, width: 8 }) +
        path(`M${s * 50} -46 L${s * 54} -82 Q${s * 38} -76 ${s * 26} -60 Z`, { fill: '#f2a0a0' }),
    )
  if (kind === 'dog')
    return pair((s) =>
      path(`M${s * 40} -62 Q${s * 78} -72 ${s * 80} -22 Q${s * 82} 18 ${s * 66} 22 Q${s * 50} -10 ${s * 40} -62 Z`, {
        fill: inner,
      }),
    )
  if (kind === 'bear')
    return pair((s) => circle(s * 46, -58, 24, { fill: skin }) + circle(s * 46, -58, 13, { fill: inner }))
  return pair((s) =>
    placed(ellipse(0, -52, 17, 54, { fill: skin }) + ellipse(0, -50, 8, 38, { fill: '#f4b0b8' }), {
      x: s * 26,
      y: -54,
      turn: s * 9,
    }),
  )
}

function snout(kind: Kind, skin: string): string {
  const nose = kind === 'rabbit' || kind === 'cat' ? '#d9667a' : '#35222f'
  return (
    ellipse(0, 30, 33, 26, { fill: lighter(skin, 0.55) }) +
    path('M-10 15 Q0 10 10 15 Q6 25 0 26 Q-6 25 -10 15 Z', { fill: nose }) +
    (kind === 'cat'
      ? path('M-40 24 L-68 18 M-40 32 L-68 36 M40 24 L68 18 M40 32 L68 36', {
          stroke: '#fff',
          width: 2.5,
          opacity: 0.8,
        })
      : '')
  )
}

const robotHead = (skin: string, mood: string): string =>
  rect(-8, -100, 6, 34, { fill: darker(skin, 0.3) }) +
  circle(-5, -102, 10, { fill: '#ff6b5e' }) +
  rect(-74, -22, 16, 44, { fill: darker(skin, 0.3) }, 7) +
  rect(58, -22, 16, 44, { fill: darker(skin, 0.3) }, 7) +
  rect(
    -64,
    -70,
    128,
    134,
    {
      fill: linear(
        [
          [0, lighter(skin, 0.35)],
          [0.5, skin],
          [1, darker(skin, 0.25)],
        ],
        60,
      ),
    },
    34,
  ) +
  rect(-52, -48, 104, 98, { fill: '#d9f3f2' }, 24) +
  mood

/** Hair that hangs behind the body; goes where the head does. */
export const hairBehind = ({ kind, hair, hairColor }: HeadLook): string =>
  kind === 'human' ? hairs[hair](hairColor).back : ''

/**
 * A head about its centre, 120 wide and 136 high without ears and hair.
 * @param turn −1..1: how far it looks to the left or right.
 */
export function head(look: HeadLook, mood: Face, turn = 0): string {
  const { kind, skin, hair, hairColor } = look
  const features = placed(face(mood, skin, kind === 'human' ? hairColor : skin, kind !== 'human' && kind !== 'robot'), {
    x: turn * 17,
    y: -6,
  })
  if (kind === 'robot') return robotHead(skin, placed(features, { scale: 0.86 }))
  const skullShape = path(skull, { fill: skinPaint(skin) })
  if (kind !== 'human')
    return animalEars(kind, skin) + skullShape + placed(snout(kind, skin), { x: turn * 19 }) + features
  const { front } = hairs[hair](hairColor)
  const ear = (side: number) =>
    ellipse(side * 60 - turn * 6, 4, 12, 17, { fill: darker(skin, 0.06) }) +
    path(`M${side * 62 - turn * 6} -4 q${side * 5} 8 ${side * -2} 14`, { stroke: darker(skin, 0.3), width: 3 })
  return ear(-1) + ear(1) + skullShape + features + placed(front, { x: turn * 4 })
}

/** The same head from behind. */
export function headFromBehind(look: HeadLook): string {
  const { kind, skin, hair, hairColor } = look
  if (kind === 'robot') return robotHead(skin, rect(-52, -48, 104, 98, { fill: darker(skin, 0.2) }, 24))
  if (kind !== 'human') return path(skull, { fill: skinPaint(skin) }) + animalEars(kind, skin)
  const { back, front } = hairs[hair](hairColor)
  const ears = ellipse(-60, 6, 10, 16, { fill: skin }) + ellipse(60, 6, 10, 16, { fill: skin })
  const cover =
    hair === 'bald'
      ? ''
      : path('M-61 4 C-64 -52 -38 -73 0 -73 C38 -73 64 -52 61 4 Q54 44 0 46 Q-54 44 -61 4 Z', {
          fill: linear([
            [0, lighter(hairColor, 0.12)],
            [1, darker(hairColor, 0.2)],
          ]),
        })
  return back + ears + path(skull, { fill: skin }) + front + cover
}
