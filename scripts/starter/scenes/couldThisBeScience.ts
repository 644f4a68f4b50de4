import { fromRight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, glow, groundShadow, shaft, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** Somebody takes one thing for another. */
export const couldThisBeScience: Scene = {
  slug: 'could-this-be-science',
  name: 'Could This Be Science?',
  aliases: ['Confidently Mistaken Robot', 'Naming Things Wrongly'],
  keywords: ['is this a', 'butterfly', 'pigeon', 'mistaken', 'confused', 'identify', 'wrong', 'question'],
  description: 'A robot gardener in a greenhouse proudly points its open hand at a plump bee in the light.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([60, 640, 460, 120], 'Me, after one tutorial'),
    outlined([720, 60, 440, 120], 'One for-loop'),
    outlined([60, 774, 1080, 110], 'Is this artificial intelligence?', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      linear([
        [0, '#bfeccb'],
        [0.6, '#8fd0a0'],
        [1, '#4f8f6b'],
      ]),
    ) +
    glow(850, 260, 520, 420, '#fffbd0', 0.9) +
    [0, 240, 480, 720, 960, 1200]
      .map((x) => path(`M${x} 0 L${600 + (x - 600) * 0.7} 560`, { stroke: '#f2fff2', width: 10, opacity: 0.7 }))
      .join('') +
    [90, 250, 410]
      .map((y) => path(`M0 ${y + 60} Q600 ${y - 20} 1200 ${y + 60}`, { stroke: '#f2fff2', width: 8, opacity: 0.6 }))
      .join('') +
    shaft(
      [
        [700, 0],
        [1000, 0],
        [900, 900],
        [420, 900],
      ],
      '#fffbd0',
      0.45,
      95,
    ) +
    rect(0, 560, 1200, 340, {
      fill: linear([
        [0, '#5a8f5c'],
        [1, '#3c6b4a'],
      ]),
    }) +
    path('M360 900 Q560 700 620 566 L700 566 Q760 720 900 900 Z', {
      fill: linear([
        [0, '#d9c49a'],
        [1, '#c9ac7a'],
      ]),
    }) +
    [
      [70, 520, 'palm-tree', 380],
      [1120, 560, 'palm-tree', 320],
      [1020, 640, 'hibiscus', 90],
      [1120, 690, 'tulip', 120],
      [930, 630, 'tulip', 90],
      [40, 680, 'sunflower', 130],
      [1060, 760, 'potted-plant', 150],
    ]
      .map(([x, y, name, s]) => emoji(String(name), Number(s), { x: Number(x), y: Number(y) }, fromRight))
      .join('') +
    groundShadow(360, 880, 420, 0.6) +
    person({
      x: 370,
      y: 960,
      scale: 1.75,
      kind: 'robot',
      skin: '#e0a54a',
      outfit: 'suit',
      top: '#4f7f9c',
      mood: { eyes: 'open', brows: 'up', mouth: 'grin', look: [0.9, -0.5], extras: ['glasses'] },
      pose: { turn: 0.8, tilt: 4, rightHand: [168, -286], leftHand: [-74, -180], hands: ['fist', 'open'] },
      light: fromRight,
    }) +
    glow(820, 330, 150, 150, '#ffffff', 0.8) +
    emoji('honeybee', 170, { x: 820, y: 330, turn: 16 }, fromRight) +
    path('M900 300 q40 -30 70 -4 t70 -20', { stroke: '#fff', width: 4, dash: '4 14' }) +
    vignette(1200, 900, 0.4, '#0c2c1c'),
}
