import { blurred, fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { framed } from '../props/furniture'
import { handwritten, type Scene } from '../scene'

/** Three circles that overlap, on a blackboard. */
export const threeCirclesOfTrouble: Scene = {
  slug: 'three-circles-of-trouble',
  name: 'Three Circles of Trouble',
  aliases: ['Venn of Excuses', 'It Is All in the Overlap'],
  keywords: ['venn', 'diagram', 'circles', 'overlap', 'intersection', 'chalkboard', 'compare', 'middle'],
  description:
    'A teacher cat points at a blackboard with three overlapping chalk circles, room for words in each and in the middle.',
  width: 1200,
  height: 1000,
  boxes: [
    handwritten([350, 190, 204, 110], 'Toddlers', { color: '#fff6e0' }),
    handwritten([788, 190, 204, 110], 'House cats', { color: '#fff6e0' }),
    handwritten([560, 574, 222, 110], 'CEOs', { color: '#fff6e0' }),
    handwritten([592, 330, 158, 116], 'Loud at 5 am', { color: '#ffe07a' }),
  ],
  draw: () =>
    room({
      width: 1200,
      height: 1000,
      wall: '#d9a86b',
      floor: '#8a5f42',
      horizon: 850,
      lamp: [680, 240],
      sun: 'right',
    }) +
    framed(
      250,
      60,
      890,
      690,
      rect(250, 60, 890, 690, {
        fill: radial(
          [
            [0, '#2b5b49'],
            [0.7, '#265244'],
            [1, '#1c4038'],
          ],
          0.45,
          0.4,
          0.75,
        ),
      }) +
        blurred(
          path('M330 640 Q560 560 900 660 T1100 600', { stroke: '#fff', width: 60, opacity: 0.03 }) +
            path('M300 160 Q600 260 1000 130', { stroke: '#fff', width: 70, opacity: 0.05 }),
          14,
        ),
      '#a5743f',
    ) +
    [
      [542, 300, '#ff9f8a'],
      [800, 300, '#8ad0ff'],
      [671, 508, '#b5f09a'],
    ]
      .map(
        ([x, y, color]) =>
          circle(Number(x), Number(y), 224, { fill: String(color), opacity: 0.03 }) +
          circle(Number(x), Number(y), 224, { stroke: String(color), width: 7, opacity: 0.9 }) +
          circle(Number(x) + 2, Number(y) - 2, 222, { stroke: '#fff', width: 2, dash: '30 9 60 14', opacity: 0.5 }),
      )
      .join('') +
    lit(
      rect(
        300,
        772,
        780,
        24,
        {
          fill: linear([
            [0, '#c98f55'],
            [1, '#8a5a30'],
          ]),
        },
        5,
      ),
      140,
    ) +
    [520, 570, 900].map((x, i) => rect(x, 764, 40, 11, { fill: ['#fff', '#ffe07a', '#ff9f8a'][i]! }, 5)).join('') +
    rect(700, 756, 90, 20, { fill: '#5a4a6b' }, 5) +
    groundShadow(160, 960, 300, 0.6) +
    lit(
      polygon(
        [
          [270, 560],
          [420, 446],
          [424, 452],
          [276, 568],
        ],
        { fill: '#e8cf9f' },
      ),
      60,
    ) +
    person({
      x: 160,
      y: 960,
      scale: 1.45,
      kind: 'cat',
      skin: '#e8e4ea',
      outfit: 'suit',
      top: '#8a4f3c',
      bottom: '#4a3f5c',
      mood: { eyes: 'open', brows: 'one-up', mouth: 'smirk', look: [0.7, -0.1], extras: ['glasses'] },
      pose: { turn: 0.5, rightHand: [78, -268], leftHand: [-70, -170], tilt: -3 },
      light: fromRight,
    }) +
    emoji('red-apple', 70, { x: 1096, y: 742 }) +
    vignette(1200, 1000, 0.4),
}
