import { glowing, lit, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { sky, skyline, stars } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { card } from '../props/signs'
import { type Scene, written } from '../scene'

/** A vending machine with six drawers to fill. */
export const theVendingMachineOfLife: Scene = {
  slug: 'the-vending-machine-of-life',
  name: 'The Vending Machine of Life',
  aliases: ['Insert Coin, Receive Regret', 'Six Things I Keep Buying'],
  keywords: ['vending machine', 'options', 'starter pack', 'choices', 'snacks', 'six', 'menu', 'pick one'],
  description:
    'A glowing vending machine in a night street offers six curious things with empty price tags; a robot stands before it with a coin.',
  width: 1080,
  height: 1200,
  boxes: [
    written([359, 322, 176, 62], 'Free time, 1 min'),
    written([569, 322, 176, 62], 'A second monitor'),
    written([779, 322, 176, 62], 'Houseplant no. 9'),
    written([359, 566, 176, 62], 'New hobby'),
    written([569, 566, 176, 62], 'Old hobby again'),
    written([779, 566, 176, 62], 'Sleep (sold out)'),
  ],
  draw: () =>
    sky(1080, 1200, ['#0c1038', '#2a2366', '#5a3a80']) +
    stars(1080, 400, 12, 70) +
    skyline(1080, 900, 640, '#2a1f5c', 63, '#ffc98a') +
    rect(0, 900, 1080, 300, {
      fill: linear([
        [0, '#2c2750'],
        [1, '#4f4680'],
      ]),
    }) +
    path('M0 1000 L1080 1000', { stroke: '#6b62a0', width: 5, opacity: 0.6 }) +
    glow(660, 1010, 640, 130, '#8ff0ff', 0.6) +
    glow(660, 520, 640, 640, '#7ad0ff', 0.5) +
    groundShadow(660, 1090, 880, 0.7) +
    lit(
      rect(
        290,
        60,
        740,
        1030,
        {
          fill: linear(
            [
              [0, '#f0566b'],
              [0.5, '#d93a55'],
              [1, '#8f1f45'],
            ],
            20,
          ),
        },
        34,
      ),
      600,
      moonlight,
    ) +
    glowing(rect(330, 90, 660, 66, { fill: '#fff6d0' }, 16), '#ffe9a0', 12, 0.8) +
    [380, 470, 560, 660, 760, 850, 940]
      .map((x, i) =>
        path(`M${x} 108 l7 12 l13 2 l-10 9 l3 14 l-13 -7 l-13 7 l3 -14 l-10 -9 l13 -2 Z`, {
          fill: ['#f0566b', '#f0a03c', '#4f9cd9'][i % 3]!,
        }),
      )
      .join('') +
    rect(
      330,
      174,
      660,
      500,
      {
        fill: linear([
          [0, '#e6faff'],
          [1, '#a5d4f0'],
        ]),
      },
      12,
    ) +
    [
      [330, 388],
      [330, 632],
    ]
      .map(([x, y]) =>
        rect(x!, y!, 660, 18, {
          fill: linear([
            [0, '#8d95b5'],
            [1, '#5f6788'],
          ]),
        }),
      )
      .join('') +
    goods.map(([name, x, y]) => groundShadow(x, y + 62, 130, 0.4) + emoji(name, 130, { x, y })).join('') +
    [0, 1, 2]
      .map((c) => [0, 1].map((r) => card(202, 74, '#fffdf5', { x: 447 + c * 210, y: 353 + r * 244 }, 6)).join(''))
      .join('') +
    path('M350 174 L520 174 L400 674 L330 674 L330 260 Z', { fill: '#fff', opacity: 0.16 }) +
    rect(330, 174, 660, 500, { stroke: '#7a1f3c', width: 10 }, 12) +
    lit(
      rect(
        360,
        720,
        400,
        250,
        {
          fill: linear([
            [0, '#3a1a3c'],
            [1, '#1c0c22'],
          ]),
        },
        14,
      ) + rect(380, 850, 360, 100, { fill: '#5a2a4f' }, 8),
      260,
      moonlight,
    ) +
    lit(
      rect(
        810,
        710,
        170,
        270,
        {
          fill: linear([
            [0, '#5a2a4f'],
            [1, '#3a1a3c'],
          ]),
        },
        12,
      ),
      160,
      moonlight,
    ) +
    [0, 1, 2]
      .map((r) =>
        [0, 1, 2]
          .map((c) =>
            circle(846 + c * 48, 746 + r * 46, 15, {
              fill: linear([
                [0, '#fff'],
                [1, '#c4bcd9'],
              ]),
            }),
          )
          .join(''),
      )
      .join('') +
    rect(866, 900, 58, 10, { fill: '#0c0612' }, 5) +
    glowing(circle(946, 904, 9, { fill: '#7affb0' }), '#7affb0', 6) +
    groundShadow(170, 1130, 340, 0.6) +
    person({
      x: 170,
      y: 1130,
      scale: 1.4,
      fromBehind: false,
      kind: 'robot',
      skin: '#a5bccb',
      outfit: 'hoodie',
      top: '#f0a03c',
      bottom: '#3f4a8a',
      mood: { eyes: 'wide', brows: 'up', mouth: 'small-o', look: [0.9, -0.5] },
      pose: { turn: 0.8, rightHand: [88, -262], leftHand: [-70, -160], tilt: -4 },
      light: { from: [0.9, -0.3], rim: '#c9f4ff', rimOpacity: 0.9, shade: '#0a0830', shadeOpacity: 0.6 },
    }) +
    emoji('coin', 60, { x: 312, y: 752 }, moonlight) +
    vignette(1080, 1200, 0.5),
}

const goods: readonly (readonly [string, number, number])[] = [
  ['hourglass-done', 447, 252],
  ['desktop-computer', 657, 252],
  ['potted-plant', 867, 250],
  ['guitar', 447, 496],
  ['yarn', 657, 498],
  ['sleeping-face', 867, 496],
]
