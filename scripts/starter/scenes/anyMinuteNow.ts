import { fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { path, placed, rect } from '../drawing/shapes'
import { skeleton } from '../people/skeleton'
import { ground, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { tree } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** A skeleton that has waited too long. */
export const anyMinuteNow: Scene = {
  slug: 'any-minute-now',
  name: 'Any Minute Now',
  aliases: ['Bench Bones', 'Still Waiting'],
  keywords: ['waiting', 'skeleton', 'bench', 'forever', 'still', 'patience', 'autumn'],
  description: 'A skeleton with a phone sits on a park bench in autumn, leaves and cobwebs on it, still waiting.',
  width: 1200,
  height: 900,
  boxes: [outlined([60, 24, 1080, 170], 'Me, waiting for “quick update, 2 minutes”', { verticalAlign: 'top' })],
  draw: () =>
    sky(1200, 900, ['#8a6a9c', '#e0a07a', '#fbd9a0'], { x: 930, y: 330, radius: 64, color: '#ffd890' }) +
    hills(1200, 900, 420, '#a8718a', 5, 50) +
    hills(1200, 900, 500, '#8a5a52', 9, 40) +
    tree(140, 640, 480, '#d9762f') +
    tree(1080, 620, 380, '#c9572f') +
    tree(860, 570, 210, '#d99a45') +
    ground(1200, 900, 590, '#a9743e') +
    path('M0 760 Q600 690 1200 770 L1200 900 L0 900 Z', {
      fill: linear([
        [0, '#c9a57c'],
        [1, '#e2c59c'],
      ]),
    }) +
    groundShadow(590, 792, 760, 0.6) +
    lit(
      [300, 860].map((x) => rect(x, 560, 26, 230, { fill: '#3f4656' }, 6)).join('') +
        [430, 486, 542]
          .map((y) =>
            rect(
              250,
              y,
              690,
              42,
              {
                fill: linear([
                  [0, '#b5794a'],
                  [1, '#8a552e'],
                ]),
              },
              8,
            ),
          )
          .join('') +
        rect(
          236,
          640,
          720,
          44,
          {
            fill: linear([
              [0, '#c98b57'],
              [1, '#8f5a31'],
            ]),
          },
          8,
        ),
      320,
      fromRight,
    ) +
    skeleton(560, 650, 1.35, fromRight) +
    path('M440 430 Q470 470 500 432 M448 424 L490 500 M520 420 L470 500 M458 462 Q476 474 494 460', {
      stroke: '#fff',
      width: 2,
      opacity: 0.6,
    }) +
    emoji('bird', 70, { x: 890, y: 402 }, fromRight) +
    scattered(46, 12, (next) => emojiLeaf(next() * 1200, 700 + next() * 190, next() * 360, 0.5 + next() * 0.8)) +
    scattered(9, 77, (next) => emojiLeaf(next() * 1200, 230 + next() * 330, next() * 360, 0.6 + next() * 0.5)) +
    vignette(1200, 900, 0.4),
}

const emojiLeaf = (x: number, y: number, turn: number, scale: number): string =>
  placed(
    path('M0 -14 Q14 -8 12 6 Q4 14 0 20 Q-4 14 -12 6 Q-14 -8 0 -14 Z', {
      fill: ['#e8772e', '#c94f2a', '#e8b13e'][Math.floor(turn) % 3]!,
    }),
    { x, y, turn, scale },
  )
