import { lit } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { ellipse, path, placed, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { card } from '../props/signs'
import { handwritten, outlined, type Scene } from '../scene'

/** A gift that is not what one hoped for. */
export const thanksIHateIt: Scene = {
  slug: 'thanks-i-hate-it',
  name: 'Thanks, I Hate It',
  aliases: ['The Gift That Keeps on Taking', 'Unboxing Regret'],
  keywords: ['gift', 'present', 'opening', 'unboxing', 'surprise', 'disappointed', 'birthday', 'expectation'],
  description: 'A cat in a party room looks into an open gift box, trying to smile; a big tag hangs from the box.',
  width: 1080,
  height: 1080,
  boxes: [
    outlined([40, 24, 1000, 150], 'Me at 35, genuinely moved', { verticalAlign: 'top' }),
    handwritten([596, 742, 316, 168], 'Really good socks', { angle: 6 }),
  ],
  draw: () =>
    room({ width: 1080, height: 1080, wall: '#e58fa8', floor: '#b5667f', horizon: 800, lamp: [540, 320] }) +
    path('M0 190 Q270 330 540 220 T1080 190', { stroke: '#fff', width: 5 }) +
    Array.from({ length: 12 }, (_, i) => {
      const x = 45 + i * 90
      const y = 226 + Math.sin((x / 1080) * Math.PI * 2) * 44
      return lit(
        polygon(
          [
            [x - 28, y],
            [x + 28, y],
            [x, y + 62],
          ],
          { fill: ['#ffd35e', '#5ec4e8', '#fff3f0', '#8ad97a'][i % 4]! },
        ),
        60,
      )
    }).join('') +
    balloons +
    glow(540, 700, 420, 300, '#fff2b8', 0.6) +
    person({
      x: 530,
      y: 1010,
      scale: 1.6,
      kind: 'cat',
      skin: '#8d93a8',
      outfit: 'hoodie',
      top: '#f0b23e',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'teeth', look: [0, 0.9], extras: ['sweat'] },
      pose: { leftHand: [-132, -168], rightHand: [132, -168], hands: ['fist', 'fist'], tilt: 3, legs: false },
    }) +
    scattered(50, 9, (next) =>
      placed(
        rect(-6, -4, 12, 8, { fill: ['#ffd35e', '#5ec4e8', '#fff', '#8ad97a', '#b07ae0'][Math.floor(next() * 5)]! }),
        { x: next() * 1080, y: 330 + next() * 720, turn: next() * 180 },
      ),
    ) +
    groundShadow(540, 1050, 760, 0.6) +
    lit(
      rect(
        290,
        770,
        500,
        280,
        {
          fill: linear([
            [0, '#5a8fe0'],
            [1, '#3058a8'],
          ]),
        },
        10,
      ) +
        polygon(
          [
            [290, 770],
            [790, 770],
            [740, 730],
            [340, 730],
          ],
          { fill: '#1f2f5c' },
        ) +
        rect(490, 770, 90, 280, {
          fill: linear([
            [0, '#ffe07a'],
            [1, '#e0a83a'],
          ]),
        }) +
        polygon(
          [
            [290, 772],
            [210, 700],
            [262, 676],
            [344, 734],
          ],
          { fill: '#6fa5f0' },
        ) +
        polygon(
          [
            [790, 772],
            [874, 700],
            [820, 676],
            [738, 734],
          ],
          { fill: '#6fa5f0' },
        ),
      420,
    ) +
    path('M580 780 Q600 720 640 750', { stroke: '#e8543f', width: 6 }) +
    card(390, 220, '#fff6dc', { x: 754, y: 826, turn: 6 }, 22) +
    vignette(1080, 1080, 0.35),
}

const balloons = [
  [130, 470, '#5ec4e8'],
  [220, 400, '#ffd35e'],
  [880, 430, '#8ad97a'],
  [970, 500, '#b07ae0'],
]
  .map(
    ([x, y, color]) =>
      path(`M${x} ${Number(y) + 84} q20 90 -6 190`, { stroke: '#fff', width: 3, opacity: 0.8 }) +
      lit(ellipse(Number(x), Number(y), 66, 82, { fill: String(color) }), 140) +
      ellipse(Number(x) - 22, Number(y) - 32, 12, 20, { fill: '#fff', opacity: 0.5 }),
  )
  .join('')
