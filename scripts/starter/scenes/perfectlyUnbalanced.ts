import { lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, placed, polygon, rect } from '../drawing/shapes'
import { cloud, grass, ground, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { bush, tree } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** Something huge and something tiny on a seesaw. */
export const perfectlyUnbalanced: Scene = {
  slug: 'perfectly-unbalanced',
  name: 'Perfectly Unbalanced',
  aliases: ['Seesaw of Priorities', 'The Mouse Wins'],
  keywords: ['seesaw', 'balance', 'scale', 'weight', 'heavy', 'light', 'compare', 'priorities', 'outweigh'],
  description: 'On a playground seesaw a tiny mouse weighs more than an elephant, which hangs bewildered in the air.',
  width: 1200,
  height: 900,
  boxes: [outlined([650, 30, 520, 140], '200 kind comments', {}), outlined([30, 390, 420, 150], 'One guy in 2014', {})],
  draw: () =>
    sky(1200, 900, ['#6fa8f0', '#bfe0f7', '#fdf3d5'], { x: 170, y: 150, radius: 54, color: '#ffe98a' }) +
    cloud(480, 160, 230) +
    cloud(1120, 330, 150, '#ffffff', '#b8cbe6', 0.8) +
    hills(1200, 900, 560, '#a5cf8f', 3, 50) +
    tree(1110, 700, 300) +
    tree(60, 690, 240, '#6aa655') +
    bush(420, 706, 120, '#5a9c4f') +
    bush(960, 708, 90, '#6aac5a') +
    ground(1200, 900, 690, '#8fc45f') +
    grass(1200, 710, 890, '#4f8f3f', 2, 70) +
    groundShadow(600, 812, 900, 0.5) +
    lit(
      polygon(
        [
          [600, 600],
          [520, 810],
          [680, 810],
        ],
        {
          fill: linear([
            [0, '#f0b13c'],
            [1, '#c9772a'],
          ]),
        },
      ),
      200,
    ) +
    lit(
      placed(
        rect(
          -480,
          -16,
          960,
          34,
          {
            fill: linear([
              [0, '#f0695a'],
              [1, '#b53a3c'],
            ]),
          },
          17,
        ),
        { x: 600, y: 606, turn: -21 },
      ),
      160,
    ) +
    circle(600, 606, 20, { fill: '#5c4a52' }) +
    emoji('elephant', 330, { x: 950, y: 320, turn: -18, flip: false }) +
    emoji('mouse', 110, { x: 196, y: 700, flip: true }) +
    path('M1130 400 q20 -8 26 -30 M770 430 q-18 -4 -28 -24', { stroke: '#fff', width: 6 }) +
    vignette(1200, 900, 0.3),
}
