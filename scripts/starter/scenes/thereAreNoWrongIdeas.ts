import { fromRight, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, placed, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, sky, skyline } from '../places/outdoors'
import { room } from '../places/room'
import { window } from '../places/window'
import { panel } from '../props/panel'
import { bubble } from '../props/signs'
import { type Scene, written } from '../scene'

/** A meeting in which one says what is true, and leaves by the window. */
export const thereAreNoWrongIdeas: Scene = {
  slug: 'there-are-no-wrong-ideas',
  name: 'There Are No Wrong Ideas',
  aliases: ['Out the Window', 'The Honest Suggestion'],
  keywords: ['meeting', 'boardroom', 'suggestion', 'window', 'thrown out', 'boss', 'idea', 'brainstorm'],
  description:
    'Above, a boss and three colleagues sit at a meeting table with speech bubbles; below, one of them flies out of an office window.',
  width: 1080,
  height: 1200,
  boxes: [
    written([56, 50, 430, 130], 'How do we ship faster?'),
    written([524, 80, 156, 104], 'More meetings', {}),
    written([714, 80, 144, 104], 'A logo', {}),
    written([892, 72, 156, 122], 'Fewer meetings', {}),
  ],
  draw: () =>
    panel(
      0,
      0,
      1080,
      660,
      room({
        width: 1080,
        height: 660,
        wall: '#7fa5c9',
        floor: '#5c6b8a',
        horizon: 540,
        lamp: [500, 200],
        ground: 'carpet',
      }) +
        window({
          x: 330,
          y: 230,
          width: 150,
          height: 190,
          sky: ['#7fc4f0', '#e6f5ff'],
          view: skyline(480, 420, 90, '#8fa5c9', 5),
        }) +
        person({
          x: 170,
          y: 760,
          scale: 1.25,
          kind: 'bear',
          skin: '#7a5238',
          outfit: 'suit',
          top: '#2c3358',
          mood: { eyes: 'open', brows: 'angry', mouth: 'shout', look: [0.8, 0] },
          pose: { turn: 0.7, rightHand: [120, -250], leftHand: [-70, -180], hands: ['fist', 'point'], legs: false },
          light: fromRight,
        }) +
        person({
          x: 590,
          y: 760,
          scale: 1.08,
          skin: '#f6cfb0',
          hair: 'bob',
          hairColor: '#8a3f2c',
          outfit: 'suit',
          top: '#8a4f7c',
          mood: 'delighted',
          pose: { leftHand: [-60, -300], rightHand: [60, -180], hands: ['point', 'fist'], legs: false },
        }) +
        person({
          x: 780,
          y: 765,
          scale: 1.08,
          kind: 'robot',
          skin: '#a5c0d0',
          outfit: 'hoodie',
          top: '#e0953c',
          mood: { eyes: 'happy', brows: 'up', mouth: 'grin' },
          pose: { legs: false, leftHand: [-60, -190], rightHand: [40, -200] },
        }) +
        person({
          x: 960,
          y: 765,
          scale: 1.08,
          kind: 'cat',
          skin: '#f0b45e',
          outfit: 'tee',
          top: '#4fa58f',
          mood: 'unmoved',
          pose: { legs: false, leftHand: [-50, -190], rightHand: [50, -190], tilt: 5 },
        }) +
        lit(
          polygon(
            [
              [40, 660],
              [110, 560],
              [1000, 560],
              [1060, 660],
            ],
            {
              fill: linear([
                [0, '#c98f5a'],
                [1, '#e0b07a'],
              ]),
            },
          ),
          300,
        ) +
        emoji('laptop', 110, { x: 640, y: 584 }) +
        emoji('hot-beverage', 60, { x: 860, y: 590 }) +
        emoji('page-facing-up', 66, { x: 300, y: 604 }) +
        bubble(36, 32, 470, 166, [200, 270]) +
        bubble(510, 56, 184, 150, [590, 290]) +
        bubble(700, 56, 172, 150, [780, 290]) +
        bubble(878, 48, 184, 170, [960, 300]),
    ) +
    panel(
      0,
      672,
      1080,
      528,
      sky(1080, 528, ['#ff9f6b', '#ffc98f', '#ffeec4'], { x: 840, y: 190, radius: 56, color: '#fff0a8' }) +
        cloud(760, 100, 200, '#fff6ea', '#e8b08f') +
        cloud(1010, 330, 160, '#fff6ea', '#e8b08f', 0.9) +
        skyline(1080, 560, 170, '#c9788a', 77) +
        lit(
          rect(-20, -20, 420, 580, {
            fill: linear([
              [0, '#6f86b5'],
              [1, '#3c4c7c'],
            ]),
          }),
          300,
          fromRight,
        ) +
        [0, 1, 2]
          .map((r) =>
            [0, 1]
              .map((c) =>
                r === 1 && c === 1
                  ? ''
                  : rect(
                      30 + c * 185,
                      24 + r * 180,
                      150,
                      140,
                      {
                        fill: linear([
                          [0, '#d9f0ff'],
                          [1, '#8fb5d9'],
                        ]),
                      },
                      6,
                    ) +
                    polygon(
                      [
                        [50 + c * 185, 164 + r * 180],
                        [100 + c * 185, 24 + r * 180],
                        [130 + c * 185, 24 + r * 180],
                        [80 + c * 185, 164 + r * 180],
                      ],
                      { fill: '#fff', opacity: 0.3 },
                    ),
              )
              .join(''),
          )
          .join('') +
        rect(215, 204, 150, 140, { fill: '#1c2346' }, 6) +
        path('M215 230 l30 20 l-30 16 M365 320 l-34 -18 l34 -30 M250 204 l16 34 l24 -34', {
          fill: '#d9f0ff',
          opacity: 0.8,
        }) +
        [
          [440, 250],
          [500, 210],
          [470, 320],
          [560, 350],
          [420, 200],
        ]
          .map(([x, y], i) =>
            placed(
              polygon(
                [
                  [0, -16],
                  [12, 10],
                  [-12, 6],
                ],
                { fill: '#e6f6ff', opacity: 0.95 },
              ),
              { x: x!, y: y!, turn: i * 70 },
            ),
          )
          .join('') +
        path('M400 290 q60 -40 130 -30 M400 330 q70 -14 120 0', { stroke: '#fff', width: 7, opacity: 0.8 }) +
        person({
          x: 690,
          y: 420,
          scale: 0.95,
          turnWhole: 62,
          kind: 'cat',
          skin: '#f0b45e',
          outfit: 'tee',
          top: '#4fa58f',
          bottom: '#4a4f7c',
          mood: 'unmoved',
          pose: {
            leftHand: [-110, -300],
            rightHand: [110, -250],
            hands: ['open', 'open'],
            leftFoot: [-70, -40],
            rightFoot: [60, -14],
          },
        }),
    ) +
    rect(0, 660, 1080, 12, { fill: '#2b1a2e' }),
}
