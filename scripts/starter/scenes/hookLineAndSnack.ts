import { lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, hills, sky } from '../places/outdoors'
import { glow, groundShadow, shaft, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** A hook with bait, and who will bite. */
export const hookLineAndSnack: Scene = {
  slug: 'hook-line-and-snack',
  name: 'Hook, Line and Snack',
  aliases: ['Obvious Bait', 'The Fish Knows'],
  keywords: ['fishing', 'bait', 'hook', 'trap', 'tempted', 'clickbait', 'catch', 'fish'],
  description: 'A bear fishes from a pier; under water a big fish eyes a biscuit on the hook.',
  width: 1080,
  height: 1200,
  boxes: [
    outlined([330, 40, 700, 110], 'Recruiters'),
    outlined([640, 620, 420, 130], '“We are like a family”'),
    outlined([500, 1050, 560, 130], 'Me, with rent due'),
  ],
  draw: () =>
    sky(1080, 1200, ['#ff9a6b', '#ffc98a', '#fff0c4'], { x: 860, y: 330, radius: 62, color: '#fff0a8' }) +
    cloud(700, 250, 170, '#fff5e6', '#e8a98a', 0.85) +
    hills(1080, 520, 410, '#c98a8f', 6, 40) +
    rect(0, 480, 1080, 720, {
      fill: linear([
        [0, '#4fc4c9'],
        [0.35, '#1f86a8'],
        [1, '#0a2f5c'],
      ]),
    }) +
    glow(860, 500, 300, 50, '#fff0b0', 0.8) +
    [
      [260, 480],
      [520, 480],
      [900, 480],
    ]
      .map(([x, y], i) =>
        shaft(
          [
            [x!, y!],
            [x! + 90, y!],
            [x! + 260 + i * 20, 1200],
            [x! + 40, 1200],
          ],
          '#d9fff5',
          0.25,
          80,
        ),
      )
      .join('') +
    path('M0 486 q60 -14 120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0 t120 0', {
      stroke: '#f2fffb',
      width: 7,
      opacity: 0.8,
    }) +
    groundShadow(230, 500, 500, 0.5) +
    [60, 330]
      .map((x) =>
        lit(
          rect(
            x,
            440,
            34,
            420,
            {
              fill: linear([
                [0, '#8a5a36'],
                [1, '#2c3f5c'],
              ]),
            },
            6,
          ),
          140,
        ),
      )
      .join('') +
    lit(
      rect(
        -20,
        420,
        440,
        36,
        {
          fill: linear([
            [0, '#c98b57'],
            [1, '#8f5a31'],
          ]),
        },
        6,
      ) + [60, 150, 240, 330].map((x) => path(`M${x} 424 L${x} 452`, { stroke: '#6b4226', width: 3 })).join(''),
      200,
    ) +
    person({
      x: 230,
      y: 560,
      scale: 1.05,
      kind: 'bear',
      skin: '#8a5c3c',
      outfit: 'coat',
      top: '#4f9c5c',
      bottom: '#4a5a8f',
      mood: { eyes: 'half', brows: 'one-up', mouth: 'smirk', look: [0.6, 0.8] },
      pose: {
        rightHand: [100, -226],
        leftHand: [40, -196],
        turn: 0.6,
        leftFoot: [40, -10],
        rightFoot: [90, -20],
        bends: [0, 0, -1, -1],
      },
    }) +
    path('M300 366 L640 160', { stroke: '#6b4226', width: 11 }) +
    path('M640 160 Q650 500 610 790', { stroke: '#fff', width: 3 }) +
    path('M610 780 L610 840 Q610 884 574 876 Q548 866 556 838', { stroke: '#d9dfe8', width: 8 }) +
    emoji('cookie', 110, { x: 560, y: 836 }) +
    lit(circle(638, 480, 22, { fill: '#fff' }) + path('M616 480 a22 22 0 0 1 44 0 Z', { fill: '#e8433c' }), 50) +
    placed(emoji('fish', 340, { flip: true }), { x: 800, y: 900 }) +
    emoji('tropical-fish', 90, { x: 170, y: 960 }) +
    emoji('tropical-fish', 64, { x: 290, y: 1050, flip: true }) +
    [
      [640, 860],
      [664, 820],
      [690, 770],
      [230, 900],
      [240, 860],
    ]
      .map(([x, y], i) => circle(x!, y!, 7 + (i % 3) * 4, { stroke: '#e6fffb', width: 3, opacity: 0.8 }))
      .join('') +
    path('M0 1150 Q300 1090 560 1150 T1080 1130 L1080 1200 L0 1200 Z', { fill: '#123a5c' }) +
    [90, 140, 1000, 950]
      .map((x, i) => path(`M${x} 1180 q-26 -50 0 -100 t0 -90`, { stroke: i % 2 ? '#2f9c7c' : '#1f7a6b', width: 14 }))
      .join('') +
    vignette(1080, 1200, 0.4, '#04183a'),
}
