import { lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { ellipse, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, groundShadow, vignette } from '../places/overlays'
import { label } from '../props/signs'
import { outlined, type Scene, written } from '../scene'

/** A hard choice between two buttons. */
export const twoTerribleButtons: Scene = {
  slug: 'two-terrible-buttons',
  name: 'Two Terrible Buttons',
  aliases: ['Sweaty Decision', 'Both Seem Bad'],
  keywords: ['two buttons', 'choice', 'dilemma', 'decision', 'sweating', 'hard choice', 'daily struggle'],
  description: 'A sweating person cannot decide between two big buttons on a console; each has a label above it.',
  width: 1080,
  height: 1080,
  boxes: [
    written([196, 656, 260, 124], 'Sleep before midnight', { angle: -5 }),
    written([622, 650, 260, 124], 'Just one more episode', { angle: 5 }),
    outlined([240, 20, 600, 110], 'Me, every single day', { verticalAlign: 'top' }),
  ],
  draw: () =>
    backdrop(
      1080,
      1080,
      radial(
        [
          [0, '#6fc3d6'],
          [0.5, '#2f7f9c'],
          [1, '#123a5c'],
        ],
        0.5,
        0.3,
        0.8,
      ),
    ) +
    Array.from({ length: 20 }, (_, i) =>
      path(
        `M540 330 L${540 + Math.cos((i / 20) * Math.PI * 2) * 1000} ${330 + Math.sin((i / 20) * Math.PI * 2) * 1000}`,
        { stroke: '#fff', width: 26, opacity: 0.05 },
      ),
    ).join('') +
    person({
      x: 540,
      y: 960,
      scale: 1.85,
      skin: '#eab38a',
      hair: 'quiff',
      hairColor: '#7a3d22',
      outfit: 'tee',
      top: '#e8543f',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'wobbly', look: [-0.7, 0.8], extras: ['sweat'] },
      pose: { leftHand: [-56, -196], rightHand: [30, -268], hands: ['fist', 'fist'], tilt: -4 },
    }) +
    [
      [330, 330],
      [760, 290],
      [708, 400],
    ]
      .map(([x, y], i) =>
        placed(
          path('M0 -22 Q15 0 12 10 A13 13 0 0 1 -12 10 Q-15 0 0 -22 Z', { fill: '#a8e6ff', stroke: '#fff', width: 2 }),
          { x: x!, y: y!, scale: 1.2 - i * 0.2 },
        ),
      )
      .join('') +
    lit(
      path('M-20 1100 L90 800 L990 800 L1100 1100 Z', {
        fill: linear([
          [0, '#b7bccf'],
          [0.2, '#8e94ad'],
          [1, '#4f5572'],
        ]),
      }),
      400,
    ) +
    rect(90, 796, 900, 16, { fill: '#dfe3ef' }, 8) +
    [
      [326, 944],
      [752, 944],
    ]
      .map(([x, y]) => bigButton(x!, y!))
      .join('') +
    [
      [326, 718, -5],
      [752, 712, 5],
    ]
      .map(
        ([x, y, turn]) =>
          lit(placed(path('M-8 60 L-8 130 M8 60 L8 130', { stroke: '#59607c', width: 9 }), { x: x!, y: y! }), 60) +
          label(x!, y!, 300, 156, '#fffaf0', turn),
      )
      .join('') +
    vignette(1080, 1080, 0.4),
}

const bigButton = (x: number, y: number): string =>
  groundShadow(x, y + 44, 360, 0.6) +
  lit(ellipse(x, y + 20, 150, 62, { fill: '#3d425e' }) + ellipse(x, y + 8, 138, 54, { fill: '#666c8c' }), 240) +
  lit(
    path(
      `M${x - 108} ${y} Q${x - 100} ${y - 78} ${x} ${y - 80} Q${x + 100} ${y - 78} ${x + 108} ${y} Q${x + 100} ${y + 42} ${x} ${y + 44} Q${x - 100} ${y + 42} ${x - 108} ${y} Z`,
      {
        fill: radial(
          [
            [0, '#ff9a86'],
            [0.45, '#ee352f'],
            [1, '#a30f24'],
          ],
          0.38,
          0.2,
          0.85,
        ),
      },
    ),
    190,
  )
