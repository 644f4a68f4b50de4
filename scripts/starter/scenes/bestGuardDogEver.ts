import { darker, lighter } from '../drawing/color'
import { glowing, type Light, lit, moonlight, shadowed } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'
import { moods } from '../people/face'
import { head } from '../people/head'
import { person } from '../people/person'
import { grass, ground, hills, sky, stars } from '../places/outdoors'
import { glow, groundShadow, shaft, vignette } from '../places/overlays'
import { bush, tree } from '../props/plants'
import { outlined, type Scene, written } from '../scene'

/** Lamplight from the open door on the right. */
const doorLight: Light = { from: [0.8, -0.5], rim: '#ffd98a', rimOpacity: 0.95, shade: '#080a2c', shadeOpacity: 0.62 }

/** A burglar, and who was to keep him out. */
export const bestGuardDogEver: Scene = {
  slug: 'best-guard-dog-ever',
  name: 'Best Guard Dog Ever',
  aliases: ['Come Right In', 'My Self-Control at Work'],
  keywords: [
    'dog',
    'guard',
    'burglar',
    'thief',
    'protection',
    'willpower',
    'self-control',
    'security',
    'welcome',
    'labels',
    'door',
  ],
  description:
    'At night a delighted dog on the door mat of a lit house hands a masked burglar the key; a sign stands by the porch.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([150, 290, 330, 110], 'One notification'),
    outlined([520, 776, 290, 92], 'My willpower'),
    outlined([800, 150, 330, 110], 'A quiet evening'),
    written([936, 742, 208, 92], 'Beware of the dog', { angle: -3 }),
  ],
  draw: () =>
    sky(1200, 900, ['#0b1038', '#232a6b', '#4a4a92'], { x: 190, y: 130, radius: 52, color: '#dfe8ff' }) +
    stars(1200, 460, 5, 80) +
    hills(1200, 900, 560, '#20265c', 3, 60) +
    tree(70, 660, 330, '#2c4a5c') +
    tree(560, 640, 220, '#274458') +
    ground(1200, 900, 640, '#2c4a4f') +
    grass(760, 660, 890, '#4a7a5f', 31, 70) +
    house() +
    shaft(
      [
        [800, 420],
        [960, 420],
        [760, 900],
        [330, 900],
      ],
      '#ffdf9a',
      0.5,
      120,
    ) +
    bush(90, 850, 150, '#2f5f4f') +
    bush(1170, 800, 120, '#2a5548') +
    sign() +
    groundShadow(330, 828, 210, 0.7) +
    person({
      x: 330,
      y: 828,
      scale: 0.98,
      skin: '#f6cfb0',
      hair: 'beanie',
      hairColor: '#23253f',
      outfit: 'striped',
      top: '#e9e9f2',
      bottom: '#2c2f4f',
      mood: { eyes: 'wide', brows: 'one-up', mouth: 'small-o', look: [0.9, 0.3], extras: ['shades'] },
      pose: { turn: 0.7, rightHand: [104, -214], leftHand: [-92, -150], hands: ['open', 'fist'], lean: -5, tilt: 5 },
      light: doorLight,
    }) +
    sack() +
    groundShadow(640, 764, 240, 0.6) +
    dog() +
    emoji('key', 66, { x: 476, y: 616, turn: -38 }, doorLight) +
    vignette(1200, 900, 0.5),
}

const house = (): string =>
  lit(
    path('M730 360 L1230 360 L1230 790 L730 790 Z', {
      fill: linear([
        [0, '#6a5a8f'],
        [1, '#4a3f70'],
      ]),
    }) +
      [420, 480, 540, 600, 660, 720]
        .map((y) => path(`M730 ${y} L1230 ${y}`, { stroke: '#3a3160', width: 3, opacity: 0.7 }))
        .join(''),
    420,
    moonlight,
  ) +
  shadowed(
    lit(
      path('M670 380 L860 90 L1250 90 L1250 380 Z', {
        fill: linear([
          [0, '#9a4a5f'],
          [1, '#5f2a48'],
        ]),
      }),
      380,
      moonlight,
    ),
    0,
    10,
    10,
    0.5,
  ) +
  glow(880, 600, 330, 380, '#ffcf7a', 0.75) +
  rect(786, 430, 196, 362, { fill: '#3a2440' }, 8) +
  rect(
    802,
    446,
    164,
    346,
    {
      fill: radial(
        [
          [0, '#fff6cf'],
          [0.6, '#ffd27a'],
          [1, '#e08a3f'],
        ],
        0.5,
        0.35,
        0.75,
      ),
    },
    4,
  ) +
  inside() +
  lit(
    path('M966 446 L1046 470 L1046 806 L966 792 Z', {
      fill: linear(
        [
          [0, '#5f8fb0'],
          [1, '#2f5478'],
        ],
        10,
      ),
    }) + circle(1026, 640, 9, { fill: '#ffd25a' }),
    200,
    doorLight,
  ) +
  glowing(rect(1090, 470, 100, 120, { fill: '#ffe3a0' }, 6), '#ffd27a', 14, 0.6) +
  path('M1140 470 L1140 590 M1090 530 L1190 530', { stroke: '#4a3560', width: 8 }) +
  path('M740 792 L1040 792 L1070 838 L700 838 Z', {
    fill: linear([
      [0, '#8f86a8'],
      [1, '#5f5880'],
    ]),
  })

/** What one sees of the evening that is being guarded. */
const inside = (): string =>
  path('M880 446 L880 500', { stroke: '#8f5a3a', width: 5 }) +
  glowing(path('M852 534 Q854 500 880 500 Q906 500 908 534 Z', { fill: '#fff3b0' }), '#ffe08a', 12, 0.8) +
  rect(818, 690, 132, 102, { fill: '#b5654a' }, 22) +
  rect(806, 664, 156, 62, { fill: lighter('#b5654a', 0.12) }, 24) +
  ellipse(884, 664, 34, 12, { fill: '#fff6df' })

const sign = (): string =>
  groundShadow(1042, 884, 150, 0.6) +
  lit(rect(1031, 800, 22, 86, { fill: '#8a5a36' }, 4), 60, doorLight) +
  shadowed(
    placed(
      lit(
        rect(
          -120,
          -60,
          240,
          120,
          {
            fill: linear([
              [0, '#f3dcae'],
              [1, '#d2ad74'],
            ]),
          },
          12,
        ) + rect(-110, -50, 220, 100, { stroke: '#a8794a', width: 3 }, 8),
        200,
        { ...doorLight, from: [-0.6, -0.7] },
      ),
      { x: 1040, y: 788, turn: -3 },
    ),
    4,
    8,
    8,
    0.5,
  )

const sack = (): string =>
  lit(
    path(
      'M196 690 Q150 700 150 770 Q150 836 214 836 Q280 836 276 766 Q272 700 232 690 Q246 672 232 664 Q214 676 198 662 Q184 674 196 690 Z',
      {
        fill: linear([
          [0, '#b08a5a'],
          [1, '#6f5236'],
        ]),
      },
    ) + path('M192 690 Q214 700 236 690', { stroke: '#4a3424', width: 6 }),
    150,
    doorLight,
  )

const fur = '#d9964f'

/** Sits on the way to the door, seen from the side, and could not be happier. */
const dog = (): string =>
  lit(
    path('M728 700 Q800 640 786 560 Q830 640 762 728 Z', { fill: darker(fur, 0.12) }) +
      path('M560 560 Q600 500 660 540 Q760 600 752 700 Q748 762 690 764 L560 764 Q540 700 560 560 Z', {
        fill: radial(
          [
            [0, lighter(fur, 0.25)],
            [0.7, fur],
            [1, darker(fur, 0.25)],
          ],
          0.6,
          0.3,
          0.8,
        ),
      }) +
      path('M566 640 Q560 710 570 764 L612 764 Q616 700 606 640 Z', { fill: lighter(fur, 0.08) }) +
      ellipse(584, 762, 34, 14, { fill: lighter(fur, 0.2) }) +
      ellipse(690, 760, 50, 16, { fill: lighter(fur, 0.12) }) +
      path('M572 580 Q536 610 500 618', { stroke: lighter(fur, 0.06), width: 34 }) +
      circle(498, 618, 20, { fill: lighter(fur, 0.2) }) +
      path('M540 566 Q590 596 640 560', { stroke: '#d9384f', width: 18 }) +
      circle(584, 590, 13, { fill: '#ffd25a' }) +
      placed(
        head(
          { kind: 'dog', skin: fur, hair: 'bald', hairColor: '#3b2430' },
          { ...moods.delighted, look: [-0.8, 0] },
          -0.6,
        ),
        { x: 584, y: 490, scale: 1.06, turn: -7 },
      ),
    260,
    doorLight,
  )
