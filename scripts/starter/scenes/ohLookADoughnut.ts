import { darker, lighter } from '../drawing/color'
import { fromRight, lit, shadowed } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { ground, sky } from '../places/outdoors'
import { glow, groundShadow, shaft, vignette } from '../places/overlays'
import { bush } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** One looks after another, to a third one's dismay. */
export const ohLookADoughnut: Scene = {
  slug: 'oh-look-a-doughnut',
  name: 'Oh Look, a Doughnut',
  aliases: ['The Wandering Eye', 'Distracted Bear'],
  keywords: ['distracted', 'boyfriend', 'jealous', 'three labels', 'looking back', 'temptation', 'other', 'street'],
  description:
    'In a sunny shopping street a bear walking with a rabbit turns to stare at a passing cat with a doughnut; the rabbit is outraged.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([30, 700, 380, 150], 'A new framework'),
    outlined([420, 520, 340, 120], 'Me'),
    outlined([800, 720, 380, 150], 'The project due today'),
  ],
  draw: () =>
    sky(1200, 900, ['#7fc4f0', '#d9f0f7', '#fff4d9'], { x: 600, y: 250, radius: 50, color: '#fff0b0' }) +
    [
      [-30, 300, '#e8a58a', '#5fa58f'],
      [270, 250, '#f0d08a', '#c9544f'],
      [640, 230, '#a5c4d9', '#e0a03c'],
      [930, 290, '#d98a9c', '#4f6fa5'],
    ]
      .map(([x, w, wall, awning], i) => shopfront(Number(x), Number(w) + 80, String(wall), String(awning), i))
      .join('') +
    ground(1200, 900, 690, '#c9b8a5') +
    path(
      'M-40 900 L300 690 M300 900 L470 690 M640 900 L640 690 M940 900 L800 690 M1240 900 L960 690 M0 760 L1200 760',
      { stroke: '#a08f80', width: 4, opacity: 0.6 },
    ) +
    rect(0, 690, 1200, 40, {
      fill: linear([
        [0, '#12082a', 0.28],
        [1, '#12082a', 0],
      ]),
    }) +
    glow(640, 330, 620, 420, '#fff1c9', 0.5) +
    shaft(
      [
        [60, 0],
        [330, 0],
        [820, 900],
        [380, 900],
      ],
      '#fff3c9',
      0.35,
      65,
    ) +
    bush(420, 706, 110, '#4f8f5a') +
    bush(1130, 712, 130, '#5a9c56') +
    lit(rect(384, 690, 78, 60, { fill: '#a5533c' }, 6) + rect(1086, 694, 90, 64, { fill: '#a5533c' }, 6), 90) +
    streetLamp(790) +
    [230, 610, 950].map((x) => groundShadow(x, 860, 340, 0.55)).join('') +
    person({
      x: 220,
      y: 862,
      scale: 1.5,
      kind: 'cat',
      skin: '#f0b45e',
      outfit: 'dress',
      top: '#e0403c',
      bottom: '#f0b45e',
      mood: { eyes: 'half', brows: 'up', mouth: 'smile', look: [-0.6, 0] },
      pose: {
        turn: -0.6,
        leftHand: [-92, -262],
        rightHand: [70, -160],
        leftFoot: [-56, -14],
        rightFoot: [40, -10],
        tilt: -6,
      },
      light: fromRight,
    }) +
    emoji('doughnut', 120, { x: 74, y: 444, turn: -12 }, fromRight) +
    person({
      x: 600,
      y: 862,
      scale: 1.55,
      kind: 'bear',
      skin: '#8f5f3c',
      outfit: 'tee',
      top: '#3f7fb5',
      bottom: '#3c4468',
      mood: { eyes: 'wide', brows: 'up', mouth: 'small-o', look: [-1, 0.1] },
      pose: {
        turn: -1,
        tilt: -8,
        leftHand: [-74, -160],
        rightHand: [116, -180],
        leftFoot: [-30, -10],
        rightFoot: [56, -12],
      },
    }) +
    person({
      x: 950,
      y: 862,
      scale: 1.42,
      kind: 'rabbit',
      skin: '#efe6ee',
      outfit: 'tee',
      top: '#8fc4a5',
      bottom: '#5a5f8f',
      mood: { eyes: 'wide', brows: 'angry', mouth: 'shout', look: [-1, 0] },
      pose: {
        turn: -0.8,
        leftHand: [-106, -186],
        rightHand: [86, -290],
        hands: ['fist', 'open'],
        lean: -3,
        leftFoot: [-20, -10],
        rightFoot: [50, -10],
      },
    }) +
    vignette(1200, 900, 0.35),
}

const shopfront = (x: number, width: number, wall: string, awning: string, index: number): string =>
  rect(x, 60 + (index % 2) * 40, width, 660, {
    fill: linear([
      [0, lighter(wall, 0.2)],
      [1, darker(wall, 0.2)],
    ]),
  }) +
  [0.14, 0.56]
    .map((part) =>
      rect(
        x + width * part,
        150 + (index % 2) * 40,
        width * 0.3,
        140,
        {
          fill: linear([
            [0, '#bfe6f7'],
            [1, '#6f9cb5'],
          ]),
        },
        8,
      ),
    )
    .join('') +
  rect(
    x + width * 0.1,
    430,
    width * 0.5,
    230,
    {
      fill: radial([
        [0, '#fff0c0'],
        [1, '#c9965a'],
      ]),
    },
    6,
  ) +
  rect(x + width * 0.68, 430, width * 0.22, 270, { fill: darker(awning, 0.35) }, 6) +
  shadowed(
    Array.from({ length: 8 }, (_, i) =>
      path(
        `M${x + (width / 8) * i} 360 L${x + (width / 8) * (i + 1)} 360 L${x + (width / 8) * (i + 1)} 420 q${-width / 16} 26 ${-width / 8} 0 Z`,
        { fill: i % 2 ? '#fff8ea' : awning },
      ),
    ).join(''),
    0,
    10,
    8,
    0.4,
  )

const streetLamp = (x: number): string =>
  groundShadow(x, 742, 120, 0.5) +
  lit(
    rect(x - 7, 250, 14, 490, { fill: '#3a4a55' }, 6) +
      rect(x - 22, 700, 44, 42, { fill: '#33424c' }, 8) +
      path(`M${x} 262 Q${x} 220 ${x + 46} 214`, { stroke: '#3a4a55', width: 11 }),
    90,
  ) +
  glow(x + 58, 236, 70, 70, '#fff3c0', 0.8) +
  circle(x + 58, 232, 22, { fill: '#fffbe6' })
