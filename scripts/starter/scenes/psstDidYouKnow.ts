import { lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, glow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** Something is whispered; it changes everything. */
export const psstDidYouKnow: Scene = {
  slug: 'psst-did-you-know',
  name: 'Psst, Did You Know',
  aliases: ['Whisper of Doom', 'Goosebumps'],
  keywords: ['whisper', 'ear', 'secret', 'goosebumps', 'shock', 'reaction', 'tell'],
  description: 'In a red velvet theatre someone leans over and whispers into the ear of a friend whose eyes grow wide.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([30, 24, 620, 220], 'The backups were never tested', { verticalAlign: 'top' }),
    outlined([660, 690, 510, 160], 'Chills. Actual chills.', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      radial(
        [
          [0, '#c23b4a'],
          [0.55, '#8a1f36'],
          [1, '#3c0a22'],
        ],
        0.62,
        0.35,
        0.8,
      ),
    ) +
    Array.from({ length: 13 }, (_, i) =>
      rect(i * 100 - 40, 0, 60, 900, {
        fill: linear(
          [
            [0, '#2c0618', 0.55],
            [0.5, '#2c0618', 0],
            [1, '#2c0618', 0.55],
          ],
          0,
        ),
      }),
    ).join('') +
    path('M0 0 L1200 0 L1200 60 Q1050 130 900 60 Q750 130 600 60 Q450 130 300 60 Q150 130 0 60 Z', {
      fill: linear([
        [0, '#d9a441'],
        [1, '#8a5a1c'],
      ]),
    }) +
    glow(760, 420, 460, 380, '#ffd9a0', 0.45) +
    [-40, 380, 800]
      .map((x) =>
        lit(
          rect(
            x,
            700,
            400,
            300,
            {
              fill: linear([
                [0, '#a5304a'],
                [1, '#5c142e'],
              ]),
            },
            60,
          ),
          300,
        ),
      )
      .join('') +
    person({
      x: 800,
      y: 1050,
      scale: 1.9,
      skin: '#f6cfb0',
      hair: 'long',
      hairColor: '#5a2f1f',
      outfit: 'dress',
      top: '#2f7f7a',
      mood: { eyes: 'wide', brows: 'up', mouth: 'small-o', look: [0, -0.2] },
      pose: { leftHand: [-70, -150], rightHand: [50, -210], hands: ['fist', 'open'], tilt: 3 },
    }) +
    person({
      x: 430,
      y: 1040,
      scale: 1.8,
      skin: '#9a6240',
      hair: 'short',
      hairColor: '#1f1420',
      outfit: 'suit',
      top: '#3c3f74',
      mood: { eyes: 'half', brows: 'angry', mouth: 'kiss', look: [0.8, 0] },
      pose: {
        lean: 16,
        turn: 0.9,
        tilt: 6,
        rightHand: [132, -318],
        leftHand: [-60, -180],
        hands: ['fist', 'stop'],
      },
    }) +
    path('M640 400 q16 -10 30 0 M644 424 q14 6 28 2 M646 376 q10 -14 24 -14', {
      stroke: '#fff',
      width: 5,
      opacity: 0.85,
    }) +
    [-120, 290, 700, 1110]
      .map((x) =>
        lit(
          rect(
            x,
            840,
            390,
            200,
            {
              fill: linear([
                [0, '#c23f58'],
                [1, '#6b1834'],
              ]),
            },
            60,
          ),
          300,
        ),
      )
      .join('') +
    vignette(1200, 900, 0.55),
}
