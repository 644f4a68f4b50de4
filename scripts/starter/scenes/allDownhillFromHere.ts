import { lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { circle, path, polygon } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { outlined, type Scene, written } from '../scene'

/** A snowball that grows on its way down. */
export const allDownhillFromHere: Scene = {
  slug: 'all-downhill-from-here',
  name: 'All Downhill from Here',
  aliases: ['Snowball Effect', 'It Started as a Small Favour'],
  keywords: ['snowball', 'avalanche', 'growing', 'escalate', 'snow', 'mountain', 'consequences', 'rolling'],
  description:
    'A little snowball starts at the top of a slope and becomes a giant one about to hit an unsuspecting skier.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([170, 60, 440, 120], '“I’ll tidy one drawer”', { angle: 0 }),
    written([586, 400, 300, 150], 'The whole flat', { angle: 14, color: '#2c3f6b' }),
    outlined([850, 772, 330, 110], 'Guests at seven'),
  ],
  draw: () =>
    sky(1200, 900, ['#3f7fd9', '#a5cff2', '#f2f0fa'], { x: 1010, y: 130, radius: 54, color: '#fff0b0' }) +
    cloud(760, 120, 170) +
    [
      [560, 250, 380],
      [900, 330, 300],
      [1180, 280, 360],
    ]
      .map(([x, y, w]) =>
        polygon(
          [
            [x!, y!],
            [x! - w!, 900],
            [x! + w!, 900],
          ],
          {
            fill: linear(
              [
                [0, '#e6effa'],
                [0.4, '#8fa8d0'],
                [1, '#6f8fc0'],
              ],
              60,
            ),
          },
        ),
      )
      .join('') +
    path('M0 210 Q160 180 300 300 Q620 620 1200 790 L1200 900 L0 900 Z', {
      fill: linear(
        [
          [0, '#ffffff'],
          [0.5, '#e0ebfa'],
          [1, '#a9c2e6'],
        ],
        60,
      ),
    }) +
    path('M110 226 Q300 330 420 470 T640 690', { stroke: '#b8cde8', width: 20 }) +
    path('M110 226 Q300 330 420 470', { stroke: '#c4d6ee', width: 9 }) +
    pine(60, 560, 300, '#2f6b62') +
    pine(190, 700, 330, '#2f6b62') +
    pine(30, 860, 330, '#275a54') +
    pine(1120, 760, 240, '#3f7f70') +
    pine(330, 880, 220, '#275a54') +
    person({
      x: 70,
      y: 228,
      scale: 0.42,
      kind: 'rabbit',
      skin: '#e8dfe8',
      outfit: 'coat',
      top: '#e8543f',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'small-o', look: [1, 0.5] },
      pose: { rightHand: [110, -230], leftHand: [-60, -160], turn: 0.8 },
    }) +
    lit(circle(176, 238, 20, { fill: '#fff' }), 50) +
    lit(circle(390, 396, 56, { fill: '#fbfdff' }), 120) +
    groundShadow(720, 690, 420, 0.5) +
    lit(
      circle(736, 476, 216, {
        fill: radial(
          [
            [0, '#ffffff'],
            [0.6, '#eef4fd'],
            [1, '#c4d6f0'],
          ],
          0.4,
          0.32,
          0.75,
        ),
      }),
      430,
    ) +
    path('M560 590 q40 60 110 80 M900 380 q30 40 30 96 M600 330 q30 -30 60 -44', {
      stroke: '#b5cbe8',
      width: 9,
      opacity: 0.8,
    }) +
    [
      [500, 690, 110],
      [590, 740, 140],
      [930, 700, 90],
    ]
      .map(([x, y, s]) => cloud(x!, y!, s!, '#ffffff', '#c4d6f0', 0.95))
      .join('') +
    lit(path('M930 838 L1160 880 q20 2 24 -12 M900 850 L1120 892', { stroke: '#e8433c', width: 10 }), 100) +
    person({
      x: 1030,
      y: 862,
      scale: 0.82,
      skin: '#eab38a',
      hair: 'beanie',
      hairColor: '#f0b23e',
      outfit: 'coat',
      top: '#7a4fc0',
      bottom: '#2c3468',
      mood: { eyes: 'happy', brows: 'up', mouth: 'grin', extras: ['shades'] },
      pose: { lean: 10, turn: 0.6, leftHand: [-90, -190], rightHand: [96, -210], hip: [-6, -130] },
    }) +
    vignette(1200, 900, 0.3),
}
