import { lit } from '../drawing/effects'
import { emoji, flatEmoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, placed, polygon, rect } from '../drawing/shapes'
import { drawHand } from '../people/limb'
import { cloud } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { window } from '../places/window'
import { framed } from '../props/furniture'
import { handwritten, outlined, type Scene } from '../scene'

/** A tiny domino starts a row that ends in a huge one. */
export const oneSmallTap: Scene = {
  slug: 'one-small-tap',
  name: 'One Small Tap',
  aliases: ['Domino Effect', 'How It Started, Where It Fell'],
  keywords: ['domino', 'effect', 'small cause', 'big effect', 'consequences', 'chain reaction', 'butterfly effect'],
  description:
    'A finger is about to tap a tiny domino; the row behind it grows to a giant one that towers over the room.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([24, 500, 330, 150], 'A quick nap'),
    handwritten([876, 364, 250, 410], 'It is Thursday', { angle: 9, color: '#fffaf0' }),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#e8a04f', floor: '#a5623c', horizon: 690, lamp: [360, 160], sun: 'left' }) +
    window({ x: 90, y: 90, width: 260, height: 280, sky: ['#7fc4f0', '#e6f5ff'], view: cloud(200, 250, 130) }) +
    framed(
      480,
      110,
      150,
      120,
      rect(480, 110, 150, 120, { fill: '#fff0d0' }) + flatEmoji('mouse-trap', 80, { x: 555, y: 170 }),
      '#8a5a36',
    ) +
    [0, 1, 2, 3, 4, 5]
      .map((i) => {
        const size = [66, 104, 160, 240, 360, 560][i]!
        const x = [196, 268, 366, 494, 676, 960][i]!
        const foot = [780, 790, 800, 814, 830, 850][i]!
        const turn = [14, 4, 2, 0, 2, 9][i]!
        return groundShadow(x + size * 0.1, foot, size * 0.9, 0.6) + domino(x, foot, size, turn, i)
      })
      .join('') +
    lit(
      placed(
        path('M-190 90 Q-110 60 -70 30', { stroke: '#5a4fb0', width: 92 }) +
          path('M-76 34 L-64 26', { stroke: '#fffaf0', width: 84 }),
        {
          x: 110,
          y: 716,
        },
      ) +
        placed(drawHand('point', { from: [-60, 24], joint: [-24, 10], to: [0, 0] }, '#eab38a', 1), {
          x: 64,
          y: 734,
          scale: 2.2,
        }),
      200,
    ) +
    path('M170 700 l-20 -20 M196 694 l4 -26', { stroke: '#fff', width: 6 }) +
    emoji('snail', 70, { x: 560, y: 860 }) +
    vignette(1200, 900, 0.4),
}

const domino = (x: number, foot: number, size: number, turn: number, index: number): string => {
  const [w, depth] = [size * 0.52, size * 0.12]
  const dots: readonly (readonly [number, number])[] = [
    [-0.22, -0.3],
    [0.22, -0.3],
    [0, -0.5],
    [-0.22, -0.7],
    [0.22, -0.7],
  ]
  return lit(
    placed(
      polygon(
        [
          [w / 2, 0],
          [w / 2 + depth, -depth * 0.6],
          [w / 2 + depth, -size - depth * 0.6],
          [w / 2, -size],
        ],
        { fill: '#1c1830' },
      ) +
        polygon(
          [
            [-w / 2, -size],
            [-w / 2 + depth, -size - depth * 0.6],
            [w / 2 + depth, -size - depth * 0.6],
            [w / 2, -size],
          ],
          { fill: '#6b6490' },
        ) +
        rect(
          -w / 2,
          -size,
          w,
          size,
          {
            fill: linear([
              [0, '#4a4470'],
              [1, '#2c2748'],
            ]),
          },
          size * 0.03,
        ) +
        (index === 5
          ? ''
          : path(`M${-w * 0.4} ${-size / 2} L${w * 0.4} ${-size / 2}`, { stroke: '#8a83b5', width: size * 0.02 }) +
            dots
              .slice(0, index + 1)
              .map(([dx, dy]) => circle(dx * w, dy * size * 0.9 - size * 0.05, size * 0.045, { fill: '#fffaf0' }))
              .join('')),
      { x, y: foot, turn },
    ),
    size * 0.6,
  )
}
