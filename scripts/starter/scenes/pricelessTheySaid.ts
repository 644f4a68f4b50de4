import { blurred, lit } from '../drawing/effects'
import { radial } from '../drawing/paint'
import { circle, ellipse, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { groundShadow, shaft, vignette } from '../places/overlays'
import { room } from '../places/room'
import { framed } from '../props/furniture'
import { card } from '../props/signs'
import { handwritten, type Scene, written } from '../scene'

/** Visitors look at a painting whose picture is words. */
export const pricelessTheySaid: Scene = {
  slug: 'priceless-they-said',
  name: 'Priceless, They Said',
  aliases: ['Modern Art Appreciators', 'Museum of Feelings'],
  keywords: ['museum', 'painting', 'art', 'gallery', 'frame', 'masterpiece', 'exhibition', 'visitors'],
  description: 'Three museum visitors, seen from behind, look at a large lit painting in a golden frame.',
  width: 1200,
  height: 900,
  boxes: [
    handwritten([340, 110, 520, 300], 'My sleep schedule, mixed media on regret', { color: '#3a2a5c' }),
    written([930, 392, 150, 80], '2026, unfinished', {}),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#8f3b45', floor: '#6b4a38', horizon: 650, lamp: [600, 220] }) +
    shaft(
      [
        [470, 0],
        [730, 0],
        [1010, 560],
        [190, 560],
      ],
      '#fff0c4',
      0.5,
      90,
    ) +
    lit(rect(560, 0, 80, 22, { fill: '#3b2a2a' }, 8), 60) +
    framed(
      300,
      80,
      600,
      360,
      rect(300, 80, 600, 360, {
        fill: radial(
          [
            [0, '#fff6e0'],
            [0.6, '#f7e3c0'],
            [1, '#e8b48e'],
          ],
          0.5,
          0.45,
          0.7,
        ),
      }) +
        blurred(
          path('M300 400 Q430 330 600 420 T900 380 L900 440 L300 440 Z', { fill: '#e08a6e', opacity: 0.55 }) +
            path('M300 80 L900 80 L900 130 Q760 90 600 118 T300 120 Z', { fill: '#86b5c9', opacity: 0.6 }),
          8,
        ),
      '#d9a441',
    ) +
    card(180, 104, '#fffaf0', { x: 1005, y: 432 }, 4) +
    [250, 950]
      .map((x) =>
        lit(
          rect(x - 9, 560, 18, 180, { fill: '#d9b04f' }, 8) +
            circle(x, 556, 16, { fill: '#f0cf74' }) +
            ellipse(x, 742, 44, 12, { fill: '#b58a34' }),
          140,
        ),
      )
      .join('') +
    path('M250 580 Q600 680 950 580', { stroke: '#c22f47', width: 16 }) +
    [330, 610, 890].map((x) => groundShadow(x, 880, 260, 0.6)).join('') +
    person({
      x: 330,
      y: 880,
      scale: 1.02,
      fromBehind: true,
      hair: 'long',
      hairColor: '#b5642f',
      outfit: 'tee',
      top: '#3f9c95',
      pose: { rightHand: [46, -190], leftHand: [-70, -150], tilt: 8 },
    }) +
    person({
      x: 610,
      y: 880,
      scale: 1.12,
      fromBehind: true,
      skin: '#6d432d',
      hair: 'grey-sides',
      hairColor: '#cfc6c2',
      outfit: 'suit',
      top: '#3d3f63',
      pose: { leftHand: [-14, -130], rightHand: [14, -132] },
    }) +
    person({
      x: 890,
      y: 880,
      scale: 0.95,
      fromBehind: true,
      kind: 'bear',
      skin: '#8a5c3c',
      outfit: 'striped',
      top: '#d96a3a',
      pose: { rightHand: [66, -300], leftHand: [-70, -150], hands: ['fist', 'fist'], tilt: -7 },
    }) +
    vignette(1200, 900, 0.45),
}
