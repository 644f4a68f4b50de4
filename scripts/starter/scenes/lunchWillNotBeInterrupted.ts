import { fromRight, lit } from '../drawing/effects'
import { emoji, flatEmoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { window } from '../places/window'
import { framed } from '../props/furniture'
import { panel } from '../props/panel'
import { outlined, type Scene } from '../scene'

/** Somebody shouts, somebody else has lunch. */
export const lunchWillNotBeInterrupted: Scene = {
  slug: 'lunch-will-not-be-interrupted',
  name: 'Lunch Will Not Be Interrupted',
  aliases: ['Shouting vs Unbothered Cat', 'Sir, This Is My Soup'],
  keywords: ['shouting', 'yelling', 'cat', 'table', 'unbothered', 'argument', 'two panels', 'confused'],
  description:
    'Left panel: a furious bear points and shouts while a friend holds it back. Right panel: a cat in sunglasses sits calmly behind a bowl of soup.',
  width: 1200,
  height: 720,
  boxes: [
    outlined([16, 16, 568, 150], 'You promised no more side projects', { verticalAlign: 'top' }),
    outlined([616, 16, 568, 150], 'This one has a logo', { verticalAlign: 'top' }),
  ],
  draw: () =>
    panel(
      0,
      0,
      600,
      720,
      room({ width: 600, height: 720, wall: '#a5433c', floor: '#5c2f36', horizon: 600, lamp: [180, 120] }) +
        window({ x: 60, y: 190, width: 130, height: 160, sky: ['#f2a45c', '#ffe0a0'] }) +
        person({
          x: 130,
          y: 850,
          scale: 1.3,
          skin: '#f6cfb0',
          hair: 'bun',
          hairColor: '#7a4a2c',
          outfit: 'dress',
          top: '#e8b04a',
          mood: { eyes: 'shut', brows: 'worried', mouth: 'wobbly' },
          pose: { rightHand: [110, -220], leftHand: [-60, -170], lean: 4, tilt: 6 },
        }) +
        person({
          x: 310,
          y: 880,
          scale: 1.55,
          kind: 'bear',
          skin: '#8a5a3c',
          outfit: 'tee',
          top: '#f2ece4',
          mood: { eyes: 'wide', brows: 'angry', mouth: 'shout', look: [1, 0], extras: ['vein'] },
          pose: {
            lean: 10,
            turn: 0.8,
            rightHand: [160, -262],
            leftHand: [-90, -210],
            hands: ['fist', 'point'],
          },
        }),
    ) +
    panel(
      600,
      0,
      600,
      720,
      room({ width: 600, height: 720, wall: '#4f9c9c', floor: '#3c5c6b', horizon: 600, lamp: [380, 140] }) +
        framed(
          400,
          190,
          130,
          150,
          rect(400, 190, 130, 150, { fill: '#f5e3c0' }) + flatEmoji('fish', 90, { x: 465, y: 265 }),
          '#8a5f36',
        ) +
        emoji('potted-plant', 150, { x: 70, y: 470 }) +
        person({
          x: 290,
          y: 800,
          scale: 1.5,
          kind: 'cat',
          skin: '#f2efe8',
          outfit: 'striped',
          top: '#3f6fb5',
          mood: { eyes: 'dots', brows: 'none', mouth: 'flat', extras: ['shades'] },
          pose: { leftHand: [-104, -170], rightHand: [104, -170], tilt: -3 },
          light: fromRight,
        }) +
        lit(
          polygon(
            [
              [-20, 650],
              [40, 560],
              [560, 560],
              [620, 650],
            ],
            {
              fill: linear([
                [0, '#e8e0f0'],
                [1, '#ffffff'],
              ]),
            },
          ) +
            rect(-20, 650, 640, 80, {
              fill: linear([
                [0, '#d9cfe5'],
                [1, '#a59abf'],
              ]),
            }),
          300,
          fromRight,
        ) +
        groundShadow(290, 622, 260, 0.4) +
        emoji('steaming-bowl', 210, { x: 290, y: 545 }, fromRight) +
        emoji('fork-and-knife', 76, { x: 450, y: 600 }, fromRight),
    ) +
    rect(594, 0, 12, 720, { fill: '#fffaf0' }) +
    vignette(1200, 720, 0.3),
}
