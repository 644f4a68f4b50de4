import { glowing, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { skyline } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { window } from '../places/window'
import { outlined, type Scene } from '../scene'

/** Running on a treadmill after something one never gets. */
export const fastToNowhere: Scene = {
  slug: 'fast-to-nowhere',
  name: 'Fast to Nowhere',
  aliases: ['Doughnut on a Stick', 'Treadmill Philosophy'],
  keywords: ['treadmill', 'running', 'chasing', 'carrot on a stick', 'goal', 'never reach', 'motivation', 'gym'],
  description: 'A sweaty dog runs on a treadmill in a gym after a doughnut that hangs from a rod just out of reach.',
  width: 1200,
  height: 900,
  boxes: [outlined([30, 40, 460, 150], 'Me since January', {}), outlined([740, 40, 440, 130], 'An empty inbox', {})],
  draw: () =>
    room({
      width: 1200,
      height: 900,
      wall: '#5f7fd0',
      floor: '#3f4a7c',
      horizon: 660,
      lamp: [640, 200],
      ground: 'tiles',
    }) +
    window({
      x: 60,
      y: 220,
      width: 230,
      height: 250,
      sky: ['#ffb56b', '#ffe6b0'],
      view: skyline(300, 470, 150, '#a5627c', 9),
    }) +
    rect(0, 220, 34, 280, { fill: '#4f6fc0' }) +
    emoji('potted-plant', 170, { x: 1110, y: 590 }) +
    groundShadow(590, 850, 900, 0.6) +
    lit(
      path('M180 800 L960 800 L1000 846 L150 846 Z', {
        fill: linear([
          [0, '#4f5470'],
          [1, '#23263c'],
        ]),
      }) +
        path('M210 806 L930 806', { stroke: '#1a1c2e', width: 16 }) +
        path('M900 806 L1000 420', { stroke: '#a5adc9', width: 26 }) +
        rect(900, 380, 190, 56, { fill: '#3a3f5c' }, 16) +
        path('M996 440 L850 520 L830 520', { stroke: '#a5adc9', width: 18 }),
      330,
    ) +
    glowing(rect(936, 396, 90, 22, { fill: '#7affc4' }, 6), '#7affc4', 8, 0.7) +
    path('M230 806 L330 806 M430 806 L520 806 M620 806 L720 806', { stroke: '#5c6284', width: 6 }) +
    path('M420 330 Q640 190 860 226', { stroke: '#b58a57', width: 12 }) +
    path('M860 226 L860 290', { stroke: '#fff', width: 4 }) +
    glow(860, 350, 190, 180, '#fff3b0', 0.8) +
    emoji('doughnut', 140, { x: 860, y: 356, turn: 12 }) +
    person({
      x: 540,
      y: 798,
      scale: 1.28,
      kind: 'dog',
      skin: '#c98f55',
      outfit: 'tank',
      top: '#ff7a4d',
      bottom: '#2f3f7c',
      shoes: '#f5f2ea',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'laugh', look: [1, -0.3], extras: ['sweat'] },
      pose: {
        hip: [0, -154],
        lean: 14,
        turn: 0.8,
        rightHand: [128, -272],
        leftHand: [-62, -220],
        hands: ['fist', 'open'],
        leftFoot: [-100, -66],
        rightFoot: [78, -14],
        bends: [0, 0, -1, -1],
      },
    }) +
    path('M330 470 l-90 0 M350 560 l-120 0 M340 650 l-80 0', { stroke: '#fff', width: 8, opacity: 0.5 }) +
    vignette(1200, 900, 0.4),
}
