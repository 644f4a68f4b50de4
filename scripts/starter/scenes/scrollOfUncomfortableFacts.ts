import { fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { ground } from '../places/outdoors'
import { backdrop, glow, groundShadow, shaft, vignette } from '../places/overlays'
import { handwritten, type Scene } from '../scene'

/** A treasure hunter finds a scroll and dislikes what it says. */
export const scrollOfUncomfortableFacts: Scene = {
  slug: 'scroll-of-uncomfortable-facts',
  name: 'The Scroll of Uncomfortable Facts',
  aliases: ['Put It Back', 'Ancient Call-Out'],
  keywords: ['scroll', 'truth', 'fact', 'treasure', 'ancient', 'uncomfortable', 'reveal', 'find'],
  description: 'In a torch-lit temple a shocked explorer holds up a huge unrolled parchment with room for words.',
  width: 1200,
  height: 900,
  boxes: [
    handwritten([590, 250, 440, 400], 'You already know what the bug is. You wrote it.', {
      angle: 4,
      color: '#4a2b12',
    }),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      radial(
        [
          [0, '#c98a45'],
          [0.4, '#7a4a2c'],
          [1, '#24131f'],
        ],
        0.62,
        0.42,
        0.75,
      ),
    ) +
    [40, 1010]
      .map((x) =>
        lit(
          rect(
            x,
            60,
            150,
            700,
            {
              fill: linear([
                [0, '#a5784a'],
                [1, '#6b442b'],
              ]),
            },
            8,
          ) +
            rect(x - 24, 30, 198, 60, { fill: '#b98a57' }, 6) +
            rect(x - 24, 730, 198, 70, { fill: '#8f6540' }, 6) +
            [180, 320, 460, 600]
              .map((y) => rect(x + 30, y, 90, 80, { stroke: '#5b3823', width: 6, opacity: 0.6 }, 8))
              .join(''),
          260,
          fromRight,
        ),
      )
      .join('') +
    ground(1200, 900, 780, '#7a5233') +
    [250, 960]
      .map(
        (x) =>
          glow(x, 250, 250, 250, '#ffb13d', 0.75) +
          lit(path(`M${x - 14} 290 L${x + 14} 290 L${x + 6} 400 L${x - 6} 400 Z`, { fill: '#5b3a24' }), 60) +
          emoji('fire', 90, { x, y: 246 }),
      )
      .join('') +
    shaft(
      [
        [430, 0],
        [760, 0],
        [1020, 900],
        [520, 900],
      ],
      '#ffe2a0',
      0.4,
      80,
    ) +
    groundShadow(360, 870, 380, 0.6) +
    person({
      x: 370,
      y: 870,
      scale: 1.45,
      skin: '#d99a6c',
      hair: 'cap',
      hairColor: '#8a6a3c',
      outfit: 'coat',
      top: '#9c7b4a',
      bottom: '#5a4a3a',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'small-o', look: [1, 0.1], extras: ['sweat'] },
      pose: { rightHand: [156, -236], leftHand: [-82, -170], hands: ['open', 'fist'], turn: 0.7, lean: -5 },
      light: fromRight,
    }) +
    lit(
      placed(
        path(
          'M-270 -250 Q-240 -262 0 -256 Q240 -250 268 -262 Q256 0 270 246 Q120 232 0 246 Q-150 258 -268 240 Q-254 0 -270 -250 Z',
          {
            fill: radial(
              [
                [0, '#fbeecb'],
                [0.7, '#f0d9a4'],
                [1, '#c99f5e'],
              ],
              0.5,
              0.45,
              0.7,
            ),
          },
        ) +
          path('M-268 -238 L-258 -190 M262 120 L250 160 L266 190', { stroke: '#a8783c', width: 4 }) +
          rect(
            -304,
            -296,
            608,
            58,
            {
              fill: linear([
                [0, '#d9b26a'],
                [0.5, '#f0d496'],
                [1, '#9c6f35'],
              ]),
            },
            29,
          ) +
          rect(
            -304,
            232,
            608,
            58,
            {
              fill: linear([
                [0, '#d9b26a'],
                [0.5, '#f0d496'],
                [1, '#9c6f35'],
              ]),
            },
            29,
          ) +
          [-304, 304]
            .map((x) => circle(x, -267, 24, { fill: '#7a4f24' }) + circle(x, 261, 24, { fill: '#7a4f24' }))
            .join(''),
        { x: 812, y: 452, turn: 4 },
      ),
      500,
      fromRight,
    ) +
    vignette(1200, 900, 0.5),
}
