import { darker } from '../drawing/color'
import { daylight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, placed, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, grass, hills, sky, stars } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { handwritten, type Scene } from '../scene'

/** A signpost with five boards. */
export const signsInAllDirections: Scene = {
  slug: 'signs-in-all-directions',
  name: 'Signs in All Directions',
  aliases: ['Signpost of Bad Ideas', 'Where I Could Be Going'],
  keywords: ['signpost', 'directions', 'signs', 'choices', 'lost', 'priorities', 'which way', 'five options'],
  description:
    'A crooked signpost with five wooden arrows stands on a hill at dusk; a small lost hiker scratches their head.',
  width: 1080,
  height: 1200,
  boxes: [
    handwritten([432, 114, 340, 90], 'Bed, 2 m', { angle: -4, color: '#fff6e0' }),
    handwritten([586, 278, 340, 90], 'The fridge again', { angle: 3, color: '#fff6e0' }),
    handwritten([424, 444, 340, 90], 'That one email', { angle: 4, color: '#fff6e0' }),
    handwritten([586, 606, 340, 90], 'Outside (rumour)', { angle: -3, color: '#fff6e0' }),
    handwritten([432, 769, 340, 90], 'My potential, 900 km', { angle: -2, color: '#fff6e0' }),
  ],
  draw: () =>
    sky(1080, 1200, ['#3a2a7c', '#c9527f', '#ffb36b'], { x: 230, y: 640, radius: 80, color: '#ffe098' }) +
    stars(1080, 330, 27, 50) +
    cloud(260, 330, 260, '#f7a5a5', '#a54f8a', 0.75) +
    cloud(900, 230, 200, '#e88aa5', '#8a4290', 0.6) +
    hills(1080, 1200, 730, '#a54a7c', 3, 80) +
    hills(1080, 1200, 830, '#7a3a70', 6, 50) +
    [40, 130, 980, 1050].map((x, i) => pine(x, 960, 300 - i * 20, '#3c2a5c')).join('') +
    path('M0 980 Q500 880 1080 970 L1080 1200 L0 1200 Z', {
      fill: linear([
        [0, '#8a6f5c'],
        [0.3, '#5f5a4a'],
        [1, '#3a3a3f'],
      ]),
    }) +
    grass(1080, 960, 1190, '#c98f6b', 5, 90) +
    groundShadow(640, 1110, 300, 0.6) +
    lit(
      placed(
        rect(
          -22,
          -1060,
          44,
          1070,
          {
            fill: linear(
              [
                [0, '#b5804f'],
                [1, '#7a5030'],
              ],
              0,
            ),
          },
          8,
        ),
        { x: 650, y: 1108, turn: -1 },
      ),
      220,
    ) +
    (
      [
        [603, 160, -4, -1, '#c9764a'],
        [755, 324, 3, 1, '#4f9c8f'],
        [595, 488, 4, -1, '#d9a03c'],
        [755, 652, -3, 1, '#8a6fc0'],
        [602, 814, -2, -1, '#c9504f'],
      ] as const
    )
      .map(([x, y, turn, way, color]) => arrowBoard(x, y, turn, way, color))
      .join('') +
    emoji('owl', 100, { x: 640, y: 44 }, daylight) +
    groundShadow(250, 1130, 250, 0.6) +
    person({
      x: 250,
      y: 1130,
      scale: 1.02,
      skin: '#c98a5e',
      hair: 'cap',
      hairColor: '#e8604a',
      outfit: 'tee',
      top: '#f0c04a',
      bottom: '#4a5a7c',
      mood: { eyes: 'open', brows: 'worried', mouth: 'wobbly', look: [0.9, -0.9] },
      pose: { turn: 0.7, leftHand: [-56, -330], rightHand: [70, -160], tilt: -8 },
    }) +
    emoji('world-map', 84, { x: 326, y: 972, turn: 10 }) +
    vignette(1080, 1200, 0.45),
}

const arrowBoard = (x: number, y: number, turn: number, way: number, color: string): string =>
  lit(
    placed(
      placed(
        polygon(
          [
            [-220, -62],
            [200, -62],
            [262, 0],
            [200, 62],
            [-220, 62],
          ],
          {
            fill: linear([
              [0, darker(color, 0.3)],
              [1, darker(color, 0.48)],
            ]),
          },
        ) +
          path('M-200 -20 q100 8 200 0 t180 2 M-204 26 q120 -8 220 0', {
            stroke: darker(color, 0.6),
            width: 2.5,
            opacity: 0.35,
          }) +
          [-200, 214].map((nail) => circle(nail, 0, 7, { fill: '#b5aeb9' })).join(''),
        { flip: way < 0 },
      ),
      { x, y, turn },
    ),
    200,
  )
