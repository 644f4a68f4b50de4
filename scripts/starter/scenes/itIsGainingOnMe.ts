import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** Running from something that rolls after one. */
export const itIsGainingOnMe: Scene = {
  slug: 'it-is-gaining-on-me',
  name: 'It Is Gaining on Me',
  aliases: ['Chased by Responsibility', 'The Great Escape Attempt'],
  keywords: ['running away', 'chase', 'escape', 'avoid', 'pursue', 'alarm clock', 'flee'],
  description:
    'Somebody runs in panic down a hill path from a gigantic alarm clock that rolls after them in a cloud of dust.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([60, 130, 480, 130], 'The alarm I set myself', { angle: -8 }),
    outlined([690, 760, 470, 120], 'Me, snoozing it', {}),
  ],
  draw: () =>
    sky(1200, 900, ['#5aa9e6', '#bfe6f2', '#fff2cf'], { x: 1040, y: 150, radius: 54, color: '#ffe98a' }) +
    cloud(700, 150, 220) +
    cloud(120, 90, 150, '#ffffff', '#b8cbe6', 0.8) +
    hills(1200, 900, 430, '#9cc4a0', 1, 70) +
    hills(1200, 900, 520, '#7fb070', 5, 40) +
    pine(1120, 600, 230, '#4f8f62') +
    pine(1040, 590, 170, '#5c9c6c') +
    path('M0 560 Q500 640 1200 800 L1200 900 L0 900 Z', {
      fill: linear([
        [0, '#8bbf5a'],
        [1, '#4f8f43'],
      ]),
    }) +
    path('M0 640 Q520 690 1200 850 L1200 900 L0 900 L0 740 Z', {
      fill: linear([
        [0, '#d9b07a'],
        [1, '#b98750'],
      ]),
    }) +
    groundShadow(320, 740, 520, 0.6) +
    [
      [60, 700, 150],
      [150, 730, 200],
      [520, 760, 120],
    ]
      .map(([x, y, s]) => cloud(x!, y!, s!, '#f3e0c0', '#c9a577', 0.9))
      .join('') +
    emoji('alarm-clock', 470, { x: 310, y: 500, turn: 18 }) +
    path('M40 400 q-26 90 6 180 M4 440 q-16 60 4 110', { stroke: '#fff', width: 8, opacity: 0.7 }) +
    groundShadow(830, 800, 240, 0.6) +
    person({
      x: 830,
      y: 790,
      scale: 1.15,
      skin: '#c98a5e',
      hair: 'curly',
      hairColor: '#2d1c24',
      outfit: 'striped',
      top: '#e0574a',
      bottom: '#4a5a9c',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'shout', look: [-0.9, 0], extras: ['sweat'] },
      pose: {
        hip: [0, -156],
        lean: 20,
        turn: -0.3,
        leftHand: [-50, -250],
        rightHand: [150, -250],
        hands: ['fist', 'open'],
        leftFoot: [-118, -72],
        rightFoot: [84, -34],
        bends: [0, 0, -1, -1],
      },
    }) +
    cloud(700, 790, 100, '#f3e0c0', '#c9a577', 0.9) +
    vignette(1200, 900, 0.3),
}
