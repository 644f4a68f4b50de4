import { radial } from '../drawing/paint'
import { rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, shaft } from '../places/overlays'
import { room } from '../places/room'
import { panel } from '../props/panel'
import { type Scene, written } from '../scene'

/** Two panels: one thing is refused, another welcomed. */
export const noThanksYesPlease: Scene = {
  slug: 'no-thanks-yes-please',
  name: 'No Thanks, Yes Please',
  aliases: ['Picky Robot', 'Refuse and Approve'],
  keywords: ['approve', 'reject', 'prefer', 'no yes', 'two panels', 'dislike like', 'refuse', 'better'],
  description:
    'Two rows: above, a robot turns away with its hand raised; below, it points happily. Empty paper beside each.',
  width: 1080,
  height: 1080,
  boxes: [
    written([580, 60, 440, 420], 'Reading the manual', { font: 'noto-sans' }),
    written([580, 600, 440, 420], 'Pressing every button until it works', { font: 'noto-sans' }),
  ],
  draw: () =>
    backdrop(1080, 1080, '#fbf6ea') +
    rect(540, 0, 540, 540, {
      fill: radial(
        [
          [0, '#ffffff'],
          [0.7, '#fbf4e6'],
          [1, '#ecdfc8'],
        ],
        0.5,
        0.4,
        0.75,
      ),
    }) +
    rect(540, 540, 540, 540, {
      fill: radial(
        [
          [0, '#ffffff'],
          [0.7, '#f3fbf2'],
          [1, '#d3e8d3'],
        ],
        0.5,
        0.4,
        0.75,
      ),
    }) +
    panel(0, 0, 540, 540, robotRoom('#d9694f', '#8a3b3b') + refusing) +
    panel(0, 540, 540, 540, robotRoom('#5fb08f', '#2f6b63') + approving) +
    rect(0, 534, 1080, 12, { fill: '#2b1a2e' }) +
    rect(534, 0, 12, 1080, { fill: '#2b1a2e' }),
}

const robotRoom = (wall: string, floor: string): string =>
  room({ width: 540, height: 540, wall, floor, horizon: 430, lamp: [170, 150], ground: 'carpet' }) +
  shaft(
    [
      [20, 0],
      [150, 0],
      [400, 540],
      [200, 540],
    ],
    '#fff3c9',
    0.4,
  )

const robot = { x: 250, y: 720, scale: 1.5, kind: 'robot', skin: '#8fb1c9', outfit: 'suit', top: '#f0a23c' } as const

const refusing = person({
  ...robot,
  mood: { eyes: 'shut', brows: 'worried', mouth: 'wobbly' },
  pose: {
    turn: -1,
    tilt: -10,
    lean: -6,
    rightHand: [104, -250],
    leftHand: [-66, -170],
    hands: ['fist', 'stop'],
  },
})

const approving = person({
  ...robot,
  mood: { eyes: 'happy', brows: 'up', mouth: 'grin', extras: ['blush'] },
  pose: {
    turn: 0.7,
    tilt: 5,
    lean: 3,
    rightHand: [116, -236],
    leftHand: [-70, -170],
    hands: ['fist', 'point'],
  },
})
