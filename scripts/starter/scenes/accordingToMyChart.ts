import { lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { type Scene, written } from '../scene'

/** A pie chart with almost one colour. */
export const accordingToMyChart: Scene = {
  slug: 'according-to-my-chart',
  name: 'According to My Chart',
  aliases: ['Pie of Truth', 'Statistically Speaking'],
  keywords: ['chart', 'pie', 'graph', 'statistics', 'data', 'percent', 'presentation', 'what i do'],
  description:
    'A dog in a suit stands beside a board with a large two-coloured pie chart, a heading and a legend to fill in.',
  width: 1200,
  height: 900,
  boxes: [
    written([430, 84, 680, 96], 'What I do on a laptop in the train'),
    written([884, 350, 226, 80], 'Work', { align: 'left' }),
    written([884, 498, 226, 94], 'Look at cows', { align: 'left' }),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#3f8f8a', floor: '#7a553f', horizon: 720, lamp: [760, 250], sun: 'left' }) +
    groundShadow(770, 836, 760, 0.5) +
    lit(
      [470, 1070].map((x) => path(`M770 640 L${x} 836`, { stroke: '#8a5f3c', width: 20 })).join('') +
        rect(
          396,
          52,
          748,
          652,
          {
            fill: linear([
              [0, '#b58455'],
              [1, '#7a5230'],
            ]),
          },
          10,
        ),
      500,
    ) +
    rect(
      416,
      72,
      708,
      612,
      {
        fill: radial(
          [
            [0, '#ffffff'],
            [0.7, '#fbf8f0'],
            [1, '#e0d9cc'],
          ],
          0.45,
          0.4,
          0.75,
        ),
      },
      4,
    ) +
    path('M440 196 L1100 196', { stroke: '#d0c6ba', width: 4 }) +
    groundShadow(626, 656, 340, 0.3) +
    lit(
      circle(626, 440, 180, {
        fill: radial(
          [
            [0, '#ffb36b'],
            [1, '#ef6f3c'],
          ],
          0.4,
          0.35,
          0.8,
        ),
      }) +
        path('M626 440 L626 260 A180 180 0 0 1 748 308 Z', {
          fill: linear([
            [0, '#5fc4d9'],
            [1, '#2f86b5'],
          ]),
        }) +
        path('M626 440 L626 260 M626 440 L748 308', { stroke: '#fff', width: 5 }),
      380,
    ) +
    [
      ['#3fa5c9', 390],
      ['#f5854a', 545],
    ]
      .map(([color, y]) => lit(rect(834, Number(y) - 20, 40, 40, { fill: String(color) }, 8), 60))
      .join('') +
    groundShadow(220, 860, 320, 0.6) +
    person({
      x: 220,
      y: 860,
      scale: 1.4,
      kind: 'dog',
      skin: '#d9a566',
      outfit: 'suit',
      top: '#4a3f7c',
      mood: { eyes: 'open', brows: 'one-up', mouth: 'smirk', look: [0.7, -0.2], extras: ['glasses'] },
      pose: { turn: 0.6, rightHand: [118, -264], leftHand: [-76, -176], hands: ['fist', 'point'], tilt: -4 },
    }) +
    vignette(1200, 900, 0.4),
}
