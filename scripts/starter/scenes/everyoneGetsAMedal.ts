import { lighter } from '../drawing/color'
import { lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, groundShadow, shaft, vignette } from '../places/overlays'
import { type Scene, written } from '../scene'

/** Three steps for first, second and third. */
export const everyoneGetsAMedal: Scene = {
  slug: 'everyone-gets-a-medal',
  name: 'Everyone Gets a Medal',
  aliases: ['Podium of Questionable Wins', 'Top Three'],
  keywords: ['podium', 'ranking', 'first second third', 'winner', 'medal', 'top 3', 'award', 'tier'],
  description:
    'A winner’s podium under spotlights: a proud cat first, a jealous bear second, a delighted robot third, empty plates on the steps.',
  width: 1200,
  height: 900,
  boxes: [
    written([74, 716, 290, 110], 'Having a plan', { color: '#fffaf0' }),
    written([424, 636, 352, 130], 'Having a snack', { color: '#fffaf0' }),
    written([836, 750, 290, 100], 'Having been there', { color: '#fffaf0' }),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      radial(
        [
          [0, '#7a5ae0'],
          [0.5, '#4a34a5'],
          [1, '#1c1250'],
        ],
        0.5,
        0.4,
        0.8,
      ),
    ) +
    shaft(
      [
        [120, 0],
        [220, 0],
        [760, 900],
        [420, 900],
      ],
      '#fff0c0',
      0.42,
      70,
    ) +
    shaft(
      [
        [980, 0],
        [1080, 0],
        [780, 900],
        [440, 900],
      ],
      '#fff0c0',
      0.42,
      110,
    ) +
    shaft(
      [
        [560, 0],
        [640, 0],
        [860, 900],
        [340, 900],
      ],
      '#fff0c0',
      0.35,
      90,
    ) +
    rect(0, 820, 1200, 80, {
      fill: linear([
        [0, '#3a2a7c'],
        [1, '#5f4ab5'],
      ]),
    }) +
    groundShadow(600, 860, 1160, 0.7) +
    [
      [40, 680, '#8d95ad', '#5f6784'],
      [800, 724, '#d08a52', '#8f532c'],
      [400, 590, '#f0c04a', '#b5791f'],
    ]
      .map(([x, y, a, b]) =>
        lit(
          rect(Number(x), Number(y), x === 400 ? 400 : 360, 860 - Number(y), {
            fill: linear([
              [0, String(a)],
              [1, String(b)],
            ]),
          }) + rect(Number(x) - 8, Number(y) - 18, x === 400 ? 416 : 376, 28, { fill: lighter(String(a), 0.35) }, 8),
          300,
        ),
      )
      .join('') +
    [
      [58, 706, 324, 132],
      [818, 744, 324, 106],
      [414, 628, 372, 148],
    ]
      .map(([x, y, w, h]) => rect(x!, y!, w!, h!, { fill: '#1c1250', opacity: 0.55 }, 14))
      .join('') +
    person({
      x: 220,
      y: 664,
      scale: 1.0,
      kind: 'bear',
      skin: '#8a5c3c',
      outfit: 'striped',
      top: '#4f7fb5',
      mood: { eyes: 'half', brows: 'angry', mouth: 'frown', look: [1, -0.2] },
      pose: { turn: 0.6, leftHand: [40, -196], rightHand: [-40, -186] },
    }) +
    emoji('2nd-place-medal', 62, { x: 222, y: 474 }) +
    person({
      x: 970,
      y: 708,
      scale: 0.98,
      kind: 'robot',
      skin: '#9cc0d4',
      outfit: 'tee',
      top: '#e8604a',
      mood: { eyes: 'happy', brows: 'up', mouth: 'laugh' },
      pose: { leftHand: [-100, -340], rightHand: [100, -340], hands: ['open', 'open'], tilt: 5 },
    }) +
    emoji('3rd-place-medal', 60, { x: 970, y: 524 }) +
    person({
      x: 600,
      y: 574,
      scale: 1.12,
      kind: 'cat',
      skin: '#f0a84a',
      outfit: 'suit',
      top: '#2f3f6b',
      mood: 'smug',
      pose: { rightHand: [96, -300], leftHand: [-76, -180], tilt: -4 },
    }) +
    emoji('trophy', 110, { x: 716, y: 216 }) +
    scattered(90, 19, (next) =>
      placed(
        rect(-6, -4, 12, 8, { fill: ['#ffd35e', '#5ec4e8', '#ff7a9c', '#8ad97a', '#fff'][Math.floor(next() * 5)]! }),
        { x: next() * 1200, y: next() * 620, turn: next() * 180 },
      ),
    ) +
    vignette(1200, 900, 0.5),
}
