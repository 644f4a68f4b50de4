import { fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { ground, sky, skyline } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

/** A single protester with a sign. */
export const oneRabbitProtest: Scene = {
  slug: 'one-rabbit-protest',
  name: 'One-Rabbit Protest',
  aliases: ['Very Small Demonstration', 'March of One'],
  keywords: ['protest', 'sign', 'demonstration', 'angry', 'demand', 'strike', 'rights'],
  description: 'An angry rabbit in a city street holds a big blank protest sign above its head.',
  width: 1080,
  height: 1080,
  boxes: [handwritten([226, 104, 628, 306], 'Naps are self-improvement!', { angle: 4 })],
  draw: () =>
    sky(1080, 1080, ['#f7a072', '#fbc98e', '#fdeccb'], { x: 860, y: 380, radius: 60, color: '#fff0b0' }) +
    skyline(1080, 760, 520, '#b9788a', 41, '#ffe9b0') +
    skyline(1080, 780, 330, '#7d5474', 977, '#ffd98a') +
    ground(1080, 1080, 770, '#8d7f8f') +
    rect(0, 770, 1080, 34, { fill: '#c4b6bd' }) +
    path('M110 1080 L360 804 M970 1080 L720 804', { stroke: '#fff4d8', width: 12, dash: '60 44', opacity: 0.6 }) +
    groundShadow(170, 856, 130) +
    person({
      x: 170,
      y: 856,
      scale: 0.52,
      skin: '#9a6240',
      hair: 'beanie',
      hairColor: '#4f8f9c',
      outfit: 'coat',
      top: '#5f6f8f',
      mood: { eyes: 'half', brows: 'one-up', mouth: 'flat', look: [0.9, -0.3] },
      pose: { turn: 0.6, rightHand: [60, -220], leftHand: [-60, -170] },
      light: fromRight,
    }) +
    emoji('mobile-phone', 30, { x: 204, y: 736, turn: 12 }, fromRight) +
    groundShadow(920, 872, 150) +
    emoji('dog', 110, { x: 920, y: 820 }, fromRight) +
    groundShadow(800, 850, 110) +
    person({
      x: 800,
      y: 852,
      scale: 0.5,
      kind: 'robot',
      skin: '#a5b5c4',
      outfit: 'tee',
      top: '#d9a04a',
      mood: { eyes: 'open', brows: 'up', mouth: 'small-o', look: [-0.8, -0.4] },
      pose: { turn: -0.6, rightHand: [70, -150], leftHand: [-60, -150] },
      light: fromRight,
    }) +
    groundShadow(540, 1030, 420) +
    lit(rect(404, 330, 26, 420, { fill: '#b98a57' }, 8), 120) +
    card(700, 370, '#fbf3df', { x: 540, y: 257, turn: 4 }, 12) +
    person({
      x: 540,
      y: 1030,
      scale: 1.35,
      kind: 'rabbit',
      skin: '#dcd3de',
      outfit: 'striped',
      top: '#d94f4f',
      bottom: '#3d4a75',
      mood: 'furious',
      pose: {
        leftHand: [-92, -330],
        rightHand: [38, -250],
        hands: ['fist', 'fist'],
        lean: -3,
        leftFoot: [-46, -10],
        rightFoot: [46, -10],
        tilt: -6,
      },
      light: fromRight,
    }) +
    vignette(1080, 1080, 0.35),
}
