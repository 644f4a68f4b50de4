import { blurred, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, ellipse, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, glow, vignette } from '../places/overlays'
import { handwritten, outlined, type Scene } from '../scene'

/** A fortune teller sees something. */
export const theOrbIsLaughing: Scene = {
  slug: 'the-orb-is-laughing',
  name: 'The Orb Is Laughing',
  aliases: ['Fortune Teller', 'Crystal Ball Says No'],
  keywords: ['fortune teller', 'crystal ball', 'prediction', 'future', 'prophecy', 'magic', 'psychic'],
  description: 'A wide-eyed fortune teller bends over a huge glowing crystal ball with room for words inside.',
  width: 1080,
  height: 1080,
  boxes: [
    outlined([40, 22, 1000, 130], 'Asking when the project will be done', { verticalAlign: 'top' }),
    handwritten([388, 640, 304, 230], 'Define “done”', { color: '#2a1a6b' }),
  ],
  draw: () =>
    backdrop(
      1080,
      1080,
      radial(
        [
          [0, '#8a4fc9'],
          [0.5, '#4a2a8a'],
          [1, '#1a0f42'],
        ],
        0.5,
        0.5,
        0.75,
      ),
    ) +
    Array.from({ length: 9 }, (_, i) =>
      path(`M${i * 135 - 30} 0 Q${i * 135 + 60} 500 ${i * 135 - 20} 1080`, {
        stroke: '#2c1660',
        width: 46,
        opacity: 0.4,
      }),
    ).join('') +
    scattered(34, 3, (next) => emojiStar(next() * 1080, next() * 700, 6 + next() * 10)) +
    person({
      x: 540,
      y: 1000,
      scale: 1.9,
      skin: '#9a6240',
      hair: 'beanie',
      hairColor: '#e0a52e',
      outfit: 'dress',
      top: '#c2368a',
      mood: { eyes: 'wide', brows: 'up', mouth: 'small-o', look: [0, 1] },
      pose: {
        leftHand: [-124, -200],
        rightHand: [124, -200],
        hands: ['open', 'open'],
        legs: false,
        tilt: 3,
        hip: [0, -170],
      },
      light: { from: [0, 1], rim: '#d9c4ff', rimOpacity: 0.9, shade: '#140630', shadeOpacity: 0.5 },
    }) +
    circle(540, 290, 15, { fill: '#5ee0d9', stroke: '#fff', width: 3 }) +
    glow(540, 760, 480, 420, '#b9a5ff', 0.8) +
    lit(
      path('M330 960 Q540 1030 750 960 L800 1060 Q540 1110 280 1060 Z', {
        fill: linear(
          [
            [0, '#e8b94a'],
            [0.5, '#f7dc8a'],
            [1, '#9c6a1f'],
          ],
          10,
        ),
      }),
      260,
    ) +
    circle(540, 760, 234, {
      fill: radial(
        [
          [0, '#ffffff'],
          [0.45, '#e8dcff'],
          [0.8, '#b59af2'],
          [1, '#7a58d9'],
        ],
        0.45,
        0.42,
        0.62,
      ),
    }) +
    circle(540, 760, 232, { stroke: '#f5eeff', width: 5, opacity: 0.8 }) +
    blurred(path('M380 690 Q400 590 500 560', { stroke: '#fff', width: 22 }), 4) +
    ellipse(690, 880, 34, 16, { fill: '#fff', opacity: 0.4 }) +
    [
      [150, 990],
      [930, 990],
    ]
      .map(
        ([x, y]) =>
          glow(x!, y! - 90, 130, 130, '#ffc46b', 0.8) +
          lit(rect(x! - 30, y! - 60, 60, 130, { fill: '#f5ead9' }, 10), 120) +
          path(`M${x} ${y! - 62} l0 -16`, { stroke: '#3a2a2a', width: 5 }) +
          emoji('fire', 54, { x: x!, y: y! - 96 }),
      )
      .join('') +
    rect(0, 1040, 1080, 40, {
      fill: linear([
        [0, '#5a2a5c'],
        [1, '#2c1236'],
      ]),
    }) +
    vignette(1080, 1080, 0.5),
}

const emojiStar = (x: number, y: number, size: number): string =>
  path(
    `M${x} ${y - size} Q${x} ${y} ${x + size} ${y} Q${x} ${y} ${x} ${y + size} Q${x} ${y} ${x - size} ${y} Q${x} ${y} ${x} ${y - size} Z`,
    { fill: '#ffe9a8', opacity: 0.8 },
  )
