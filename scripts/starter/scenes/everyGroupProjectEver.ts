import { lit } from '../drawing/effects'
import { emoji, flatEmoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { vignette } from '../places/overlays'
import { room } from '../places/room'
import { card } from '../props/signs'
import { handwritten, type Scene, written } from '../scene'

/** Four characters of every group project. */
export const everyGroupProjectEver: Scene = {
  slug: 'every-group-project-ever',
  name: 'Every Group Project Ever',
  aliases: ['The Four Teammates', 'Who Did the Slides'],
  keywords: ['group project', 'team', 'roles', 'four people', 'coworkers', 'starter pack', 'types', 'school'],
  description:
    'Four teammates in a row at a table: an exhausted one with laptops, one asleep, one talking big and one who is only a cardboard stand; a banner above.',
  width: 1200,
  height: 900,
  boxes: [
    handwritten([210, 56, 780, 96], 'Our release, in four people', { angle: -2 }),
    written([46, 756, 250, 110], 'Did 99 % of it'),
    written([334, 756, 250, 110], '“Was muted”'),
    written([622, 756, 250, 110], 'Will present it'),
    written([910, 756, 250, 110], 'On the invite'),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#5fa5a0', floor: '#7a5a4a', horizon: 640, lamp: [600, 260], sun: 'left' }) +
    path('M160 60 L210 96 M1040 60 L990 96', { stroke: '#5a4030', width: 5 }) +
    card(840, 140, '#ffe9a8', { x: 600, y: 104, turn: -2 }, 8) +
    [
      [90, 250, '#e8604a'],
      [1000, 230, '#4f6fc0'],
    ]
      .map(
        ([x, y, color]) =>
          rect(Number(x), Number(y), 120, 150, { fill: String(color) }, 6) +
          rect(Number(x) + 14, Number(y) + 14, 92, 122, { fill: '#fff6e0' }, 4),
      )
      .join('') +
    flatEmoji('rocket', 70, { x: 150, y: 325 }) +
    flatEmoji('volcano', 70, { x: 1060, y: 305 }) +
    person({
      x: 180,
      y: 830,
      scale: 1.25,
      skin: '#eab38a',
      hair: 'bun',
      hairColor: '#5a2f24',
      outfit: 'hoodie',
      top: '#c9504a',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'wobbly', extras: ['bags', 'sweat'] },
      pose: { leftHand: [-50, -180], rightHand: [50, -180], legs: false },
    }) +
    person({
      x: 460,
      y: 850,
      scale: 1.25,
      kind: 'bear',
      skin: '#8a5c3c',
      outfit: 'tee',
      top: '#4f6fa5',
      mood: 'asleep',
      pose: { leftHand: [-70, -190], rightHand: [54, -260], tilt: 16, lean: 5, legs: false },
    }) +
    emoji('zzz', 76, { x: 560, y: 330 }) +
    person({
      x: 750,
      y: 830,
      scale: 1.28,
      kind: 'cat',
      skin: '#f0b04e',
      outfit: 'suit',
      top: '#5a3f8a',
      mood: { eyes: 'closed', brows: 'up', mouth: 'laugh' },
      pose: { leftHand: [-84, -290], rightHand: [92, -280], hands: ['open', 'open'], tilt: -6, legs: false },
    }) +
    standee +
    lit(
      polygon(
        [
          [0, 700],
          [40, 620],
          [1160, 620],
          [1200, 700],
        ],
        {
          fill: linear([
            [0, '#c98f5f'],
            [1, '#e0b07f'],
          ]),
        },
      ) +
        rect(0, 700, 1200, 210, {
          fill: linear([
            [0, '#a56f45'],
            [1, '#6b432b'],
          ]),
        }),
      400,
    ) +
    emoji('laptop', 130, { x: 120, y: 610 }) +
    emoji('laptop', 110, { x: 250, y: 622 }) +
    emoji('hot-beverage', 70, { x: 330, y: 650 }) +
    emoji('hot-beverage', 60, { x: 56, y: 662 }) +
    emoji('video-game', 90, { x: 560, y: 650 }) +
    emoji('microphone', 80, { x: 850, y: 640, turn: 20 }) +
    [171, 459, 747, 1035].map((x, i) => card(276, 136, '#fffaf0', { x, y: 811, turn: [-1, 1, -1, 1][i] }, 8)).join('') +
    vignette(1200, 900, 0.35),
}

const standee = lit(
  path('M980 640 L950 360 Q960 240 1040 236 Q1120 240 1124 360 L1104 640 Z', { fill: '#d9b07f' }) +
    path('M990 630 L966 366 Q974 258 1040 254 Q1104 258 1108 366 L1092 630 Z', { fill: '#f2e3c9' }) +
    circle(1036, 352, 56, { fill: '#c9a57a' }) +
    path('M976 620 Q974 440 1036 430 Q1100 440 1096 620 Z', { fill: '#8aa58f' }) +
    circle(1018, 346, 6, { fill: '#4a3a2c' }) +
    circle(1054, 346, 6, { fill: '#4a3a2c' }) +
    path('M1018 376 Q1036 390 1056 376', { stroke: '#4a3a2c', width: 5 }) +
    path('M988 326 Q1036 270 1084 326 Q1036 300 988 326 Z', { fill: '#6b4a36' }),
  240,
)
