import { blurred, lit, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, grass, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { panel } from '../props/panel'
import { pine, tree } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** A fork: one way is bright, the other is not. */
export const brightPathDarkPath: Scene = {
  slug: 'bright-path-dark-path',
  name: 'Bright Path, Dark Path',
  aliases: ['Suspicious Fork in the Road', 'Guess Which Way I Went'],
  keywords: ['fork', 'road', 'crossroads', 'choice', 'two paths', 'castle', 'dark', 'bright', 'decision'],
  description:
    'A hiker with a backpack stands where a path forks: left to a sunny valley, right to a stormy dark wood.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([36, 250, 440, 140], 'Ask for help'),
    outlined([724, 250, 440, 140], 'Rewrite it from scratch'),
    outlined([400, 772, 400, 112], 'Me', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    panel(
      0,
      0,
      640,
      900,
      sky(640, 900, ['#4fb0f0', '#a8e0f7', '#fff6cf'], { x: 210, y: 160, radius: 58, color: '#ffe98a' }) +
        cloud(420, 130, 190) +
        hills(640, 900, 430, '#9fd08a', 2, 60) +
        hills(640, 900, 500, '#76b85c', 6, 30) +
        tree(80, 600, 260) +
        emoji('castle', 190, { x: 300, y: 430 }) +
        emoji('rainbow', 210, { x: 500, y: 400 }),
    ) +
    lit(
      panel(
        600,
        0,
        600,
        900,
        sky(600, 900, ['#1a1636', '#3d2f5c', '#6a4a6c']) +
          cloud(150, 110, 320, '#4f4570', '#261f42') +
          cloud(440, 90, 340, '#453b66', '#211b3c') +
          hills(600, 900, 440, '#3c3358', 3, 50) +
          path('M420 190 L380 290 L414 282 L366 400', { stroke: '#f5e6ff', width: 7 }) +
          emoji('derelict-house', 200, { x: 330, y: 430 }, moonlight) +
          [60, 500, 570].map((x, i) => pine(x, 640 - i * 8, 330, '#2a2448')).join(''),
      ),
      10,
    ) +
    polygon(
      [
        [560, 0],
        [640, 0],
        [660, 560],
        [540, 560],
      ],
      {
        fill: linear([
          [0, '#8a9cc0', 0],
          [0.5, '#c0c0d0', 0],
          [1, '#c0c0d0', 0],
        ]),
      },
    ) +
    path('M0 560 Q300 530 600 560 L600 900 L0 900 Z', {
      fill: linear([
        [0, '#86c25c'],
        [1, '#5a9c48'],
      ]),
    }) +
    path('M600 560 Q900 530 1200 560 L1200 900 L600 900 Z', {
      fill: linear([
        [0, '#3a3a4c'],
        [1, '#4a5550'],
      ]),
    }) +
    blurred(
      rect(560, 540, 80, 380, {
        fill: linear([
          [0, '#5f7f54'],
          [1, '#527a4c'],
        ]),
      }),
      24,
    ) +
    path(
      'M430 900 Q480 760 360 660 Q290 600 300 556 L330 556 Q340 610 430 660 Q560 720 600 780 Q650 710 770 650 Q850 600 862 556 L896 556 Q900 610 820 680 Q720 760 780 900 Z',
      {
        fill: linear([
          [0, '#c9a878'],
          [1, '#e8cf9f'],
        ]),
      },
    ) +
    blurred(
      path('M780 660 Q850 600 862 556 L896 556 Q900 610 820 680 Q750 740 762 860 L700 860 Q660 740 780 660 Z', {
        fill: '#1f1a38',
        opacity: 0.5,
      }),
      6,
    ) +
    grass(560, 620, 880, '#4a8a3a', 3, 30) +
    emoji('skull', 54, { x: 1000, y: 720 }, moonlight) +
    emoji('mushroom', 60, { x: 180, y: 720 }) +
    emoji('blossom', 44, { x: 90, y: 690 }) +
    groundShadow(600, 846, 260, 0.65) +
    person({
      x: 600,
      y: 846,
      scale: 0.98,
      fromBehind: true,
      hair: 'beanie',
      hairColor: '#d9503f',
      outfit: 'tee',
      top: '#3f7f9c',
      bottom: '#5a4a3c',
      pose: { rightHand: [66, -150], leftHand: [-46, -320], hands: ['fist', 'fist'], tilt: 9 },
    }) +
    lit(
      rect(
        556,
        606,
        88,
        118,
        {
          fill: linear([
            [0, '#e0a24a'],
            [1, '#b5722c'],
          ]),
        },
        26,
      ) + rect(570, 660, 60, 40, { fill: '#c9873a' }, 10),
      110,
    ) +
    vignette(1200, 900, 0.4),
}
