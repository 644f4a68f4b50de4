import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, sky, water } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** Two of a kind: the strong one and the weak one. */
export const strongThenSoggyNow: Scene = {
  slug: 'strong-then-soggy-now',
  name: 'Strong Then, Soggy Now',
  aliases: ['Mighty Dog, Tiny Dog', 'Peak and Valley'],
  keywords: ['buff', 'weak', 'strong', 'then now', 'versus', 'comparison', 'generation', 'muscles'],
  description: 'On a beach a very muscular proud dog stands beside a small weepy one in a too large shirt.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([30, 20, 600, 150], 'Me in the planning meeting', { verticalAlign: 'top' }),
    outlined([690, 270, 490, 170], 'Me on day one of the plan', {}),
  ],
  draw: () =>
    sky(1200, 900, ['#39a5e0', '#a5e0ef', '#fff0c4'], { x: 1010, y: 150, radius: 58, color: '#ffe98a' }) +
    cloud(760, 130, 180) +
    water(1200, 640, 470, ['#58c4cf', '#2f98b5']) +
    path('M0 610 Q300 590 620 622 T1200 612 L1200 900 L0 900 Z', {
      fill: linear([
        [0, '#f7e3b0'],
        [1, '#e0bd7f'],
      ]),
    }) +
    path('M0 606 Q300 586 620 618 T1200 608', { stroke: '#fff', width: 10, opacity: 0.85 }) +
    emoji('beach-with-umbrella', 0.1, {}).slice(0, 0) +
    emoji('spiral-shell', 60, { x: 90, y: 830 }) +
    emoji('crab', 70, { x: 660, y: 830 }) +
    groundShadow(330, 862, 460, 0.6) +
    person({
      x: 330,
      y: 860,
      scale: 1.5,
      kind: 'dog',
      skin: '#c98f55',
      outfit: 'tank',
      top: '#e0483c',
      bottom: '#2f4f8f',
      build: 1.5,
      mood: { eyes: 'open', brows: 'angry', mouth: 'smirk' },
      pose: {
        leftHand: [-122, -344],
        rightHand: [122, -344],
        hands: ['fist', 'fist'],
        leftFoot: [-44, -10],
        rightFoot: [44, -10],

        tilt: 4,
      },
    }) +
    groundShadow(910, 850, 230, 0.55) +
    person({
      x: 910,
      y: 848,
      scale: 0.86,
      kind: 'dog',
      skin: '#d9a873',
      outfit: 'tee',
      top: '#8fb8e0',
      bottom: '#5a6a8f',
      build: 0.8,
      mood: { eyes: 'shut', brows: 'worried', mouth: 'wobbly', extras: ['tears'] },
      pose: {
        leftHand: [-26, -196],
        rightHand: [26, -190],
        tilt: -8,
        lean: -4,
        leftFoot: [-16, -10],
        rightFoot: [16, -10],
      },
    }) +
    vignette(1200, 900, 0.3),
}
