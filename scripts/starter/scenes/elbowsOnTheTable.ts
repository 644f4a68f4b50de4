import { fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, shaft, vignette } from '../places/overlays'
import { room } from '../places/room'
import { outlined, type Scene } from '../scene'

/** Arm wrestling: a person against a robot. */
export const elbowsOnTheTable: Scene = {
  slug: 'elbows-on-the-table',
  name: 'Elbows on the Table',
  aliases: ['Human vs Machine', 'Arm-Wrestling the Algorithm'],
  keywords: ['robot vs human', 'arm wrestling', 'versus', 'ai', 'battle', 'competition', 'struggle'],
  description: 'Under a hanging lamp a straining person and a relaxed robot arm-wrestle across a small table.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([20, 40, 440, 160], 'Me, with a spreadsheet'),
    outlined([740, 40, 440, 160], 'The intern, with a script'),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#3f6b62', floor: '#3c2f3a', horizon: 700, lamp: [600, 300] }) +
    path('M600 0 L600 110', { stroke: '#1c1826', width: 6 }) +
    shaft(
      [
        [540, 190],
        [660, 190],
        [1000, 900],
        [200, 900],
      ],
      '#ffe9b0',
      0.5,
      90,
    ) +
    glow(600, 190, 220, 130, '#ffe9b0', 0.8) +
    lit(path('M520 190 Q530 110 600 106 Q670 110 680 190 Z', { fill: '#d9503f' }), 150) +
    person({
      x: 330,
      y: 1010,
      scale: 1.65,
      skin: '#eab38a',
      hair: 'quiff',
      hairColor: '#c9772f',
      outfit: 'tank',
      top: '#e8a13a',
      mood: { eyes: 'shut', brows: 'angry', mouth: 'teeth', extras: ['sweat', 'vein'] },
      pose: {
        lean: 8,
        turn: 0.7,
        rightHand: [150, -288],
        leftHand: [20, -196],
        bends: [0, 1, 0, 0],
        tilt: 6,
        legs: false,
      },
      light: fromRight,
    }) +
    person({
      x: 880,
      y: 1010,
      scale: 1.65,
      kind: 'robot',
      skin: '#a5b5c4',
      outfit: 'suit',
      top: '#3f5f9c',
      mood: { eyes: 'half', brows: 'calm', mouth: 'smile', look: [-0.5, 0.3] },
      pose: {
        lean: -6,
        turn: -0.6,
        leftHand: [-168, -292],
        rightHand: [20, -196],
        bends: [-1, 0, 0, 0],
        tilt: -4,
        legs: false,
      },
    }) +
    [
      [560, 470],
      [640, 480],
      [600, 440],
    ]
      .map(([x, y], i) => path(`M${x} ${y} l${(i - 1) * 22 || 0} -34`, { stroke: '#fff', width: 6, opacity: 0.9 }))
      .join('') +
    lit(
      polygon(
        [
          [110, 710],
          [190, 626],
          [1010, 626],
          [1090, 710],
        ],
        {
          fill: linear([
            [0, '#b5774a'],
            [1, '#d99a63'],
          ]),
        },
      ) +
        rect(110, 710, 980, 40, {
          fill: linear([
            [0, '#9c6238'],
            [1, '#6b3f26'],
          ]),
        }) +
        rect(180, 750, 840, 170, { fill: '#4f2f22' }),
      380,
    ) +
    emoji('floppy-disk', 76, { x: 880, y: 664 }) +
    emoji('hot-beverage', 84, { x: 290, y: 650 }) +
    vignette(1200, 900, 0.55),
}
