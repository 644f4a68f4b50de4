import { fromRight, glowing, lit } from '../drawing/effects'
import { linear, radial } from '../drawing/paint'
import { circle, ellipse, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { monitor } from '../props/things'
import { outlined, type Scene } from '../scene'

/** Somebody cannot resist a big red button. */
export const absolutelyDoNotPress: Scene = {
  slug: 'absolutely-do-not-press',
  name: 'Absolutely Do Not Press',
  aliases: ['Paw on the Button', 'It Was Right There'],
  keywords: ['button', 'slam', 'press', 'push', 'temptation', 'smash', 'red button'],
  description: 'A delighted dog in a control room is about to slam its paw on a huge red button.',
  width: 1200,
  height: 900,
  boxes: [outlined([60, 30, 1080, 190], 'Me, seeing “reply all”', { verticalAlign: 'top' })],
  draw: () =>
    room({
      width: 1200,
      height: 900,
      wall: '#35507a',
      floor: '#2b3350',
      horizon: 640,
      lamp: [820, 260],
      ground: 'tiles',
    }) +
    [60, 300].map((x) => monitor(x, 270, 210, 150, '#8ff0d2')).join('') +
    monitor(900, 260, 240, 170, '#ffc46b') +
    rect(0, 470, 1200, 26, {
      fill: linear([
        [0, '#6e86b5'],
        [1, '#324468'],
      ]),
    }) +
    [120, 180, 240, 980, 1040, 1100]
      .map((x, i) => glowing(circle(x, 483, 7, { fill: ['#ff6b5e', '#ffd35e', '#6bffb0'][i % 3]! }), '#fff2c0', 6, 0.6))
      .join('') +
    glow(760, 640, 420, 260, '#ff4d4d', 0.5) +
    person({
      x: 400,
      y: 860,
      scale: 1.35,
      kind: 'dog',
      skin: '#c48d5a',
      outfit: 'hoodie',
      top: '#3fa796',
      mood: { eyes: 'wide', brows: 'up', mouth: 'laugh', look: [0.8, 0.7] },
      pose: {
        lean: 16,
        turn: 0.8,
        rightHand: [262, -310],
        leftHand: [-60, -250],
        hands: ['open', 'stop'],
        tilt: 4,
        leftFoot: [-60, -10],
        rightFoot: [50, -10],
      },
      light: fromRight,
    }) +
    groundShadow(800, 858, 620, 0.6) +
    lit(
      path('M540 850 L580 690 L1020 690 L1060 850 Z', {
        fill: linear([
          [0, '#f2c14b'],
          [1, '#b9791f'],
        ]),
      }) +
        ellipse(800, 690, 220, 56, { fill: '#6d6f86' }) +
        ellipse(800, 680, 190, 46, { fill: '#3c3d55' }),
      420,
      fromRight,
    ) +
    lit(
      path('M636 668 Q636 580 800 576 Q964 580 964 668 Q964 708 800 712 Q636 708 636 668 Z', {
        fill: radial(
          [
            [0, '#ff9a86'],
            [0.4, '#f0382f'],
            [1, '#9c1022'],
          ],
          0.6,
          0.2,
          0.8,
        ),
      }),
      300,
      fromRight,
    ) +
    path('M560 830 L1040 830', { stroke: '#2b1a2e', width: 26, dash: '36 30', butt: true, opacity: 0.75 }) +
    vignette(1200, 900, 0.5),
}
