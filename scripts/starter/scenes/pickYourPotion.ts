import { darker } from '../drawing/color'
import { lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

/** A wizard offers two potions. */
export const pickYourPotion: Scene = {
  slug: 'pick-your-potion',
  name: 'Pick Your Potion',
  aliases: ['Red Flask, Blue Flask', 'The Wizard Is Waiting'],
  keywords: ['red or blue', 'pill', 'potion', 'choice', 'two options', 'wizard', 'offer', 'matrix'],
  description:
    'An old cat wizard in a candle-lit study holds out two glowing flasks, one red and one blue, each with a paper label.',
  width: 1080,
  height: 1080,
  boxes: [
    handwritten([74, 700, 270, 130], 'Know all answers', { angle: -7 }),
    handwritten([736, 700, 270, 130], 'Know where your keys are', { angle: 7 }),
  ],
  draw: () =>
    room({ width: 1080, height: 1080, wall: '#3f5c4f', floor: '#3c2c2a', horizon: 900, lamp: [540, 330] }) +
    [180, 330, 480]
      .map((y) => [30, 770].map((x) => lit(rect(x, y, 280, 20, { fill: '#8a5a36' }), 100)).join(''))
      .join('') +
    shelves +
    glow(540, 420, 420, 420, '#ffd98a', 0.45) +
    person({
      x: 540,
      y: 1120,
      scale: 2.05,
      kind: 'cat',
      skin: '#9aa0b5',
      hair: 'bald',
      outfit: 'dress',
      top: '#4a3fa5',
      mood: { eyes: 'half', brows: 'one-up', mouth: 'smile' },
      pose: { leftHand: [-138, -220], rightHand: [138, -220], hands: ['flat', 'flat'] },
    }) +
    lit(
      placed(
        path('M-150 -20 Q-90 -40 -66 -56 Q-40 -190 60 -260 Q40 -150 72 -56 Q96 -40 150 -20 Q0 22 -150 -20 Z', {
          fill: linear([
            [0, '#6f5fe0'],
            [1, '#34288a'],
          ]),
        }) +
          path('M-70 -54 Q0 -34 72 -54 L70 -34 Q0 -12 -70 -34 Z', { fill: '#f0c544' }) +
          [
            [-10, -110, 14],
            [30, -160, 10],
            [34, -90, 9],
          ]
            .map(([x, y, r]) =>
              path(
                `M${x} ${y! - r!} L${x! + r! * 0.3} ${y! - r! * 0.3} L${x! + r!} ${y} L${x! + r! * 0.3} ${y! + r! * 0.3} L${x} ${y! + r!} L${x! - r! * 0.3} ${y! + r! * 0.3} L${x! - r!} ${y} L${x! - r! * 0.3} ${y! - r! * 0.3} Z`,
                { fill: '#ffe9a0' },
              ),
            )
            .join(''),
        { x: 540, y: 350, scale: 0.95 },
      ),
      300,
    ) +
    [
      [209, '#ff5a4d', -7],
      [871, '#4da5ff', 7],
    ]
      .map(([x, color, turn]) => flask(Number(x), String(color), Number(turn)))
      .join('') +
    vignette(1080, 1080, 0.5),
}

const shelves = (
  [
    ['books', 90, 128],
    ['skull', 200, 140],
    ['hourglass-done', 850, 126],
    ['books', 980, 130],
    ['candle', 100, 272],
    ['books', 230, 278],
    ['crystal-ball', 870, 280],
    ['mushroom', 990, 290],
    ['books', 160, 428],
    ['potted-plant', 960, 420],
  ] as const
)
  .map(([name, x, y]) => emoji(name, 100, { x, y }))
  .join('')

const flask = (x: number, color: string, turn: number): string =>
  glow(x, 700, 260, 280, color, 0.75) +
  lit(
    placed(
      path('M-34 -230 L34 -230 L34 -110 Q170 -50 170 70 Q170 190 0 190 Q-170 190 -170 70 Q-170 -50 -34 -110 Z', {
        fill: '#eaf6ff',
        opacity: 0.5,
      }) +
        path('M-150 -4 Q-60 -26 0 -4 T150 -4 Q166 30 164 70 Q160 182 0 182 Q-160 182 -164 70 Q-166 30 -150 -4 Z', {
          fill: radial(
            [
              [0, '#ffffff'],
              [0.3, color],
              [1, darker(color, 0.35)],
            ],
            0.4,
            0.3,
            0.8,
          ),
        }) +
        rect(-42, -262, 84, 44, { fill: '#b5814f' }, 8) +
        path('M-120 10 Q-126 -30 -60 -78', { stroke: '#fff', width: 10, opacity: 0.7 }),
      { x, y: 720, turn },
    ),
    320,
  ) +
  card(300, 156, '#fff6dc', { x, y: 765, turn }, 10)
