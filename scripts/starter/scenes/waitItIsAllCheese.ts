import { daylight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path } from '../drawing/shapes'
import { person } from '../people/person'
import { sky, stars } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** One sees the truth, the other one knew. */
export const waitItIsAllCheese: Scene = {
  slug: 'wait-it-is-all-cheese',
  name: 'Wait, It Is All Cheese?',
  aliases: ['It Was Never Not Cheese', 'The Moon Reveal'],
  keywords: ['wait its all', 'always has been', 'reveal', 'truth', 'moon', 'astronaut', 'betrayal', 'banana'],
  description:
    'Two space travellers on a crater plain: one stares at a moon of cheese, the other aims a banana at their back.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([380, 24, 640, 150], 'Wait, it’s all spreadsheets?', { verticalAlign: 'top' }),
    outlined([620, 750, 560, 130], 'Since 1985.', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    sky(1200, 900, ['#070a2c', '#1c1f5c', '#4a3a8a']) +
    stars(1200, 640, 33, 150) +
    glow(270, 330, 430, 430, '#ffdf7a', 0.6) +
    lit(
      circle(270, 330, 230, {
        fill: radial(
          [
            [0, '#ffe58a'],
            [0.7, '#f7c23f'],
            [1, '#d9932a'],
          ],
          0.4,
          0.35,
          0.75,
        ),
      }) +
        [
          [180, 260, 44],
          [320, 220, 30],
          [350, 380, 54],
          [220, 430, 36],
          [250, 330, 22],
          [150, 370, 20],
          [400, 280, 20],
        ]
          .map(([x, y, r]) =>
            circle(x!, y!, r!, {
              fill: linear(
                [
                  [0, '#c98420'],
                  [1, '#f0b53a'],
                ],
                60,
              ),
            }),
          )
          .join(''),
      460,
      daylight,
    ) +
    path('M0 660 Q300 600 640 650 T1200 620 L1200 900 L0 900 Z', {
      fill: linear([
        [0, '#b9b2d9'],
        [0.4, '#8a82b5'],
        [1, '#4f477c'],
      ]),
    }) +
    [
      [140, 760, 110],
      [560, 820, 150],
      [1040, 720, 130],
      [860, 860, 90],
    ]
      .map(([x, y, w]) =>
        ellipse(x!, y!, w!, w! * 0.22, {
          fill: linear([
            [0, '#4f477c'],
            [1, '#a59dcc'],
          ]),
        }),
      )
      .join('') +
    groundShadow(470, 800, 250, 0.6) +
    groundShadow(850, 800, 250, 0.6) +
    person({
      x: 470,
      y: 800,
      scale: 1.1,
      fromBehind: true,
      kind: 'cat',
      skin: '#e39a4c',
      outfit: 'coat',
      top: '#f2f3fa',
      bottom: '#d9dcec',
      shoes: '#8f95b5',
      pose: { leftHand: [-80, -210], rightHand: [70, -150], turn: -1, tilt: -8 },
    }) +
    circle(464, 434, 118, { fill: '#bfe0ff', opacity: 0.16 }) +
    circle(464, 434, 118, { stroke: '#f2f7ff', width: 6, opacity: 0.8 }) +
    person({
      x: 850,
      y: 800,
      scale: 1.15,
      kind: 'dog',
      skin: '#b98455',
      outfit: 'coat',
      top: '#f2f3fa',
      bottom: '#d9dcec',
      shoes: '#8f95b5',
      mood: { eyes: 'half', brows: 'calm', mouth: 'smirk', look: [-1, 0] },
      pose: { turn: -0.9, leftHand: [-150, -262], rightHand: [64, -150], hands: ['fist', 'fist'], lean: -3 },
    }) +
    emoji('banana', 120, { x: 650, y: 480, turn: -60 }) +
    circle(838, 420, 112, { fill: '#bfe0ff', opacity: 0.16 }) +
    circle(838, 420, 112, { stroke: '#f2f7ff', width: 6, opacity: 0.8 }) +
    path('M762 380 Q784 336 830 326', { stroke: '#fff', width: 8, opacity: 0.8 }) +
    vignette(1200, 900, 0.45),
}
