import { darker, lighter } from '../drawing/color'
import { clipped, glowing, lit, moonlight, shadowed } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'
import { type Face, face, moods } from '../people/face'
import { head } from '../people/head'
import { backdrop, glow, shaft, vignette } from '../places/overlays'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

const columns = [184, 394, 604, 814] as const
const rows = [118, 384] as const
const roomWidth = 202
const roomHeight = 256
const skin = '#e9b48c'

/** Where the plate of a room hangs: column, row. */
const plate = (column: number, row: number): readonly [number, number] => [
  columns[column]! + roomWidth / 2,
  rows[row]! + 214,
]

const onPlate = (column: number, row: number, example: string) => {
  const [x, y] = plate(column, row)
  return handwritten([x - 92, y - 34, 184, 68], example)
}

/** Awake at night: a head that is a house, and eight who live in it. */
export const rentFreeInThisHead: Scene = {
  slug: 'rent-free-in-this-head',
  name: 'Rent-Free in This Head',
  aliases: ['Eight Tenants, No Sleep', 'Three in the Morning'],
  keywords: [
    'rent free',
    'head',
    'brain',
    'thoughts',
    'overthinking',
    'insomnia',
    'night',
    'eight',
    'cutaway',
    'rooms',
    'starter pack',
  ],
  description:
    'Somebody lies awake at night; the top of their head is a cutaway house with eight lit rooms, each with a tenant and a name plate.',
  width: 1200,
  height: 1150,
  boxes: [
    onPlate(0, 0, 'That one song'),
    onPlate(1, 0, 'What I said in 2009'),
    onPlate(2, 0, 'Is the door locked?'),
    onPlate(3, 0, 'Do fish get thirsty?'),
    onPlate(0, 1, 'An email from March'),
    onPlate(1, 1, 'Sleep (moved out)'),
    onPlate(2, 1, 'Cold pizza'),
    onPlate(3, 1, 'A dog I met once'),
  ],
  draw: () =>
    backdrop(
      1200,
      1150,
      radial(
        [
          [0, '#2c3a78'],
          [0.6, '#1b2354'],
          [1, '#0d1136'],
        ],
        0.3,
        0.2,
        0.95,
      ),
    ) +
    headboard() +
    pillow() +
    shaft(
      [
        [0, 0],
        [330, 0],
        [560, 1150],
        [60, 1150],
      ],
      '#b8ccff',
      0.22,
      80,
    ) +
    clock(1086, 96) +
    lit(hair(), 620, moonlight) +
    lit(ears() + skull(), 720, { ...moonlight, from: [-0.6, -0.8] }) +
    house() +
    chimney() +
    placed(face({ ...moods.worried, eyes: 'wide', look: [0.1, -1], extras: ['bags'] }, skin, '#4a2c3a'), {
      x: 600,
      y: 796,
      scale: 3.3,
    }) +
    blanket() +
    vignette(1200, 1150, 0.5),
}

const dome = 'M136 668 C104 250 196 52 600 52 C1004 52 1096 250 1064 668'

const skull = (): string =>
  path(`${dome} C1060 860 880 1040 600 1040 C320 1040 140 860 136 668 Z`, {
    fill: radial(
      [
        [0, lighter(skin, 0.14)],
        [0.7, skin],
        [1, darker(skin, 0.2)],
      ],
      0.45,
      0.66,
      0.6,
    ),
  })

const ears = (): string =>
  [
    [128, -1],
    [1072, 1],
  ]
    .map(
      ([x, side]) =>
        ellipse(x! + side! * 6, 770, 52, 84, { fill: darker(skin, 0.06) }) +
        path(`M${x! + side! * 30} 730 Q${x! - side! * 10} 770 ${x! + side! * 22} 812`, {
          stroke: darker(skin, 0.34),
          width: 9,
        }),
    )
    .join('')

const hair = (): string =>
  path(
    'M96 700 C40 520 60 250 190 120 C210 60 330 20 380 36 C440 -10 560 -6 600 22 C660 -14 780 -4 830 34 C900 20 1000 70 1012 122 C1140 250 1160 520 1104 700 Z',
    {
      fill: linear([
        [0, '#6b4152'],
        [1, '#3a2233'],
      ]),
    },
  )

/** The cut edge, the rooms, and who lives in them. */
const house = (): string => {
  const inside = 'M172 660 C146 270 232 92 600 92 C968 92 1054 270 1028 660 Z'
  const shape = path(inside, { fill: '#000' })
  return (
    shadowed(path(inside, { fill: '#4a2c3a', stroke: lighter(skin, 0.45), width: 16 }), 0, 6, 8, 0.5) +
    clipped(
      tenants.map(({ column, row, wall, draw }) => roomOf(column, row, wall, draw)).join('') +
        path('M160 377 L1040 377 M390 80 L390 660 M600 80 L600 660 M810 80 L810 660', {
          stroke: '#5f3a3f',
          width: 12,
        }) +
        path('M160 373 L1040 373', { stroke: '#a8756a', width: 3 }),
      shape,
    ) +
    tenants.map(({ column, row }) => nameplate(...plate(column, row))).join('')
  )
}

const nameplate = (x: number, y: number): string =>
  path(`M${x - 60} ${y - 36} L${x - 60} ${y - 52} M${x + 60} ${y - 36} L${x + 60} ${y - 52}`, {
    stroke: '#e8c48a',
    width: 3,
  }) + card(192, 74, '#fff6df', { x, y }, 9)

const roomOf = (column: number, row: number, wall: string, draw: (x: number, y: number) => string): string => {
  const [left, top] = [columns[column]!, rows[row]!]
  const x = left + roomWidth / 2
  const isDark = wall === vacant
  return (
    rect(left - 20, top - 40, roomWidth + 40, roomHeight + 60, {
      fill: radial(
        [
          [0, isDark ? '#2a2d52' : lighter(wall, 0.55)],
          [0.6, wall],
          [1, darker(wall, 0.35)],
        ],
        0.5,
        0.3,
        0.7,
      ),
    }) +
    (isDark ? '' : glow(x, top + 60, 190, 150, '#fff0b8', 0.55)) +
    rect(left - 20, top + 168, roomWidth + 40, 120, {
      fill: linear([
        [0, darker(wall, 0.5)],
        [1, darker(wall, 0.28)],
      ]),
    }) +
    draw(x, top + 92)
  )
}

const vacant = '#191b38'

const cat = (x: number, y: number, color: string, mood: Face, kind: 'cat' | 'dog' | 'human' | 'robot' = 'cat') =>
  lit(
    path(`M${x - 62} ${y + 96} Q${x - 58} ${y + 40} ${x} ${y + 36} Q${x + 58} ${y + 40} ${x + 62} ${y + 96} Z`, {
      fill: darker(color, 0.2),
    }) +
      placed(head({ kind, skin: color, hair: kind === 'human' ? 'short' : 'bald', hairColor: '#3b2430' }, mood), {
        x,
        y,
        scale: 0.84,
      }),
    150,
  )

const tenants: readonly {
  readonly column: number
  readonly row: number
  readonly wall: string
  readonly draw: (x: number, y: number) => string
}[] = [
  {
    column: 0,
    row: 0,
    wall: '#b0567a',
    draw: (x, y) =>
      cat(x + 8, y + 2, '#e8a552', moods.delighted) +
      emoji('microphone', 62, { x: x + 62, y: y + 62, turn: -30 }) +
      emoji('musical-notes', 46, { x: x - 46, y: y - 20, turn: -8 }),
  },
  {
    column: 1,
    row: 0,
    wall: '#7a5ab5',
    draw: (x, y) =>
      shaft(
        [
          [x - 26, y - 92],
          [x + 26, y - 92],
          [x + 98, y + 96],
          [x - 98, y + 96],
        ],
        '#fff6d0',
        0.5,
        90,
      ) + cat(x, y, '#eab38a', { ...moods.disgusted, extras: ['blush', 'sweat'] }, 'human'),
  },
  {
    column: 2,
    row: 0,
    wall: '#3f8a7a',
    draw: (x, y) =>
      shadowed(
        rect(
          x - 52,
          y - 66,
          104,
          164,
          {
            fill: linear(
              [
                [0, '#c98a52'],
                [1, '#8f5a32'],
              ],
              10,
            ),
          },
          6,
        ) +
          rect(x - 38, y - 50, 76, 56, { stroke: '#7a4a28', width: 4 }, 4) +
          rect(x - 38, y + 20, 76, 62, { stroke: '#7a4a28', width: 4 }, 4),
        4,
        4,
        6,
      ) +
      lit(circle(x + 36, y + 14, 8, { fill: '#ffd25a' }), 30) +
      emoji('locked-with-key', 62, { x: x + 66, y: y + 62, turn: 8 }),
  },
  {
    column: 3,
    row: 0,
    wall: '#4a7fc0',
    draw: (x, y) =>
      emoji('tropical-fish', 78, { x: x - 34, y: y + 26 }) +
      lit(
        circle(x - 34, y + 26, 66, { fill: '#bfeaff', opacity: 0.42 }) +
          path(`M${x - 86} ${y + 6} Q${x - 60} ${y - 6} ${x - 34} ${y + 6} T${x + 18} ${y + 6}`, {
            stroke: '#ffffff',
            width: 4,
            opacity: 0.8,
          }) +
          ellipse(x - 34, y - 34, 42, 9, { stroke: '#e8f8ff', width: 5 }),
        150,
      ),
  },
  {
    column: 0,
    row: 1,
    wall: '#c98a3f',
    draw: (x, y) =>
      emoji('envelope', 86, { x: x - 22, y: y + 62, turn: -10 }) +
      emoji('envelope', 86, { x: x + 30, y: y + 48, turn: 8 }) +
      emoji('incoming-envelope', 96, { x: x + 4, y: y - 6, turn: -4 }),
  },
  {
    column: 1,
    row: 1,
    wall: vacant,
    draw: (x, y) =>
      emoji('spider-web', 74, { x: x - 66, y: y - 64 }) +
      emoji('bed', 120, { x: x + 2, y: y + 44 }, moonlight) +
      path(`M${x + 60} ${y - 92} L${x + 60} ${y - 34}`, { stroke: '#8d95c0', width: 2 }) +
      emoji('spider', 34, { x: x + 60, y: y - 22 }, moonlight),
  },
  {
    column: 2,
    row: 1,
    wall: '#c0553f',
    draw: (x, y) =>
      glowing(ellipse(x, y + 20, 76, 60, { fill: '#ffe9a0', opacity: 0.5 }), '#ffe08a', 14, 0.7) +
      emoji('pizza', 128, { x, y: y + 22, turn: 6 }),
  },
  {
    column: 3,
    row: 1,
    wall: '#5f9a4a',
    draw: (x, y) =>
      cat(x - 16, y + 2, '#c98f5a', moods.delighted, 'dog') + emoji('bone', 52, { x: x + 56, y: y + 66, turn: 20 }),
  },
]

const chimney = (): string =>
  [
    [744, -2, 20, 0.5],
    [776, 26, 15, 0.55],
  ]
    .map(([x, y, r, opacity]) => circle(x!, y!, r!, { fill: '#d9e2ff', opacity: opacity! }))
    .join('') +
  lit(rect(722, 40, 44, 60, { fill: '#a8505a' }, 3) + rect(714, 34, 60, 16, { fill: '#c46a6f' }, 4), 60, {
    ...moonlight,
    from: [-0.6, -0.8],
  })

const headboard = (): string =>
  lit(
    rect(
      -20,
      -30,
      1240,
      250,
      {
        fill: linear([
          [0, '#4a2f4f'],
          [1, '#2c1a3a'],
        ]),
      },
      30,
    ),
    500,
    { ...moonlight, from: [-0.6, -0.8] },
  )

const pillow = (): string =>
  shadowed(
    lit(
      path(
        'M60 250 Q20 150 140 170 Q600 120 1060 170 Q1180 150 1140 250 Q1200 640 1150 980 Q1160 1090 1040 1060 Q600 1110 160 1060 Q40 1090 50 980 Q0 640 60 250 Z',
        {
          fill: linear(
            [
              [0, '#e6ecff'],
              [1, '#8d9bd0'],
            ],
            65,
          ),
        },
      ),
      900,
      { ...moonlight, from: [-0.6, -0.8] },
    ),
    0,
    14,
    20,
    0.5,
  )

/** Which of the seven strokes of a digit shine. */
const strokes: Readonly<Record<number, string>> = { 0: 'abcdef', 3: 'abgcd', 7: 'abc' }

const digit = (value: number, x: number, y: number): string => {
  const [w, h] = [24, 44]
  const places: Readonly<Record<string, string>> = {
    a: `M${x} ${y} h${w}`,
    b: `M${x + w} ${y} v${h / 2}`,
    c: `M${x + w} ${y + h / 2} v${h / 2}`,
    d: `M${x} ${y + h} h${w}`,
    e: `M${x} ${y + h / 2} v${h / 2}`,
    f: `M${x} ${y} v${h / 2}`,
    g: `M${x} ${y + h / 2} h${w}`,
  }
  return [...strokes[value]!].map((name) => path(places[name]!, { stroke: '#ff5a4d', width: 6 })).join('')
}

/** It says 3:07. */
const clock = (x: number, y: number): string =>
  glow(x, y, 170, 120, '#ff5a4d', 0.35) +
  lit(rect(x - 94, y - 52, 188, 104, { fill: '#241a33' }, 18), 160, moonlight) +
  rect(x - 80, y - 39, 160, 78, { fill: '#120a1c' }, 10) +
  glowing(
    digit(3, x - 58, y - 22) +
      circle(x - 18, y - 8, 4, { fill: '#ff5a4d' }) +
      circle(x - 18, y + 10, 4, { fill: '#ff5a4d' }) +
      digit(0, x - 2, y - 22) +
      digit(7, x + 40, y - 22),
    '#ff3d2e',
    6,
    0.8,
  )

const blanket = (): string =>
  shadowed(
    path('M0 1040 Q160 1000 330 1016 Q600 1046 870 1016 Q1040 1000 1200 1040 L1200 1150 L0 1150 Z', {
      fill: linear([
        [0, '#5a6fd0'],
        [1, '#2f3a8a'],
      ]),
    }) + path('M0 1040 Q160 1000 330 1016 Q600 1046 870 1016 Q1040 1000 1200 1040', { stroke: '#b8c6ff', width: 12 }),
    0,
    -10,
    14,
    0.5,
  ) + [372, 828].map(fingers).join('')

const fingers = (x: number): string =>
  lit(
    [-36, -12, 12, 36].map((dx) => rect(x + dx - 13, 994 + Math.abs(dx) * 0.12, 26, 62, { fill: skin }, 13)).join(''),
    90,
    { ...moonlight, from: [-0.6, -0.8] },
  )
