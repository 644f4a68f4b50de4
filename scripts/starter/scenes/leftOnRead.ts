import { clipped, fromRight, lit, shadowed } from '../drawing/effects'
import { emoji, flatEmoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { glow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { floorLamp } from '../props/furniture'
import { type Scene, written } from '../scene'

/** A chat on a telephone. */
export const leftOnRead: Scene = {
  slug: 'left-on-read',
  name: 'Left on Read',
  aliases: ['The Chat That Should Have Stayed a Draft', 'Typing…'],
  keywords: ['phone', 'chat', 'messages', 'texting', 'conversation', 'screenshot', 'dm', 'bubbles'],
  description: 'A hand holds a phone with a chat of four empty bubbles, over a cosy desk with a lamp and a plant.',
  width: 1000,
  height: 1200,
  boxes: [
    written([298, 262, 326, 104], 'Are you on your way?', { align: 'left' }),
    written([378, 430, 326, 104], 'Yes! Almost there', { align: 'right', color: '#ffffff' }),
    written([298, 598, 326, 104], 'Your status says “in bath”', { align: 'left' }),
    written([378, 766, 326, 104], 'It is a fast bath', { align: 'right', color: '#ffffff' }),
  ],
  draw: () =>
    room({ width: 1000, height: 1200, wall: '#4a3f7c', floor: '#8a5a42', horizon: 760, lamp: [860, 300] }) +
    floorLamp(880, 790, 420) +
    emoji('potted-plant', 260, { x: 100, y: 640 }) +
    emoji('cat', 200, { x: 890, y: 930 }, fromRight) +
    emoji('hot-beverage', 150, { x: 110, y: 960 }, fromRight) +
    glow(500, 600, 520, 640, '#a5d9ff', 0.5) +
    lit(
      path(
        'M330 1220 Q300 1060 250 960 Q216 880 226 780 Q262 760 282 800 L320 960 L700 960 L724 640 Q760 620 776 660 Q800 900 740 1040 Q720 1130 730 1220 Z',
        {
          fill: linear([
            [0, '#eab38a'],
            [1, '#c98a62'],
          ]),
        },
      ),
      300,
      fromRight,
    ) +
    shadowed(
      rect(
        234,
        90,
        532,
        960,
        {
          fill: linear(
            [
              [0, '#3a3a52'],
              [1, '#191926'],
            ],
            60,
          ),
        },
        62,
      ),
      14,
      24,
      22,
      0.5,
    ) +
    rect(244, 100, 512, 940, { fill: '#101018' }, 54) +
    rect(
      258,
      116,
      484,
      908,
      {
        fill: linear([
          [0, '#f2f5fc'],
          [1, '#dfe6f5'],
        ]),
      },
      42,
    ) +
    clipped(
      rect(258, 116, 484, 112, {
        fill: linear([
          [0, '#6f7fe0'],
          [1, '#5565c9'],
        ]),
      }),
      rect(258, 116, 484, 500, { fill: '#000' }, 42),
    ) +
    circle(326, 176, 36, { fill: '#ffd9a0' }) +
    flatEmoji('bear', 56, { x: 326, y: 178 }) +
    rect(380, 158, 170, 16, { fill: '#fff', opacity: 0.9 }, 8) +
    rect(380, 186, 100, 11, { fill: '#fff', opacity: 0.55 }, 5) +
    circle(690, 176, 8, { fill: '#8affb5' }) +
    rect(440, 124, 120, 22, { fill: '#101018' }, 11) +
    [
      [270, 250, 0],
      [356, 418, 1],
      [270, 586, 0],
      [356, 754, 1],
    ]
      .map(([x, y, mine]) => bubbleRow(x!, y!, mine === 1))
      .join('') +
    [318, 344, 370].map((x, i) => circle(x, 934, 8, { fill: '#8d95b5', opacity: 0.5 + i * 0.2 })).join('') +
    rect(286, 910, 120, 48, { stroke: '#c4cce0', width: 3 }, 24) +
    rect(426, 984, 150, 9, { fill: '#8d95b5' }, 4) +
    path('M270 150 L430 116 L300 560 L262 560 Z', { fill: '#ffffff', opacity: 0.08 }) +
    lit(
      [660, 740, 820, 900]
        .map((y, i) =>
          rect(
            724 - i * 5,
            y,
            110,
            62,
            {
              fill: linear([
                [0, '#f0bd96'],
                [1, '#d99c72'],
              ]),
            },
            30,
          ),
        )
        .join(''),
      110,
      fromRight,
    ) +
    lit(
      path('M180 860 Q170 700 230 640 Q276 624 280 672 Q272 760 262 860 Z', {
        fill: linear([
          [0, '#f0bd96'],
          [1, '#d99c72'],
        ]),
      }),
      140,
      fromRight,
    ) +
    vignette(1000, 1200, 0.5),
}

const bubbleRow = (x: number, y: number, mine: boolean): string =>
  shadowed(
    rect(
      x,
      y,
      374,
      128,
      {
        fill: mine
          ? linear([
              [0, '#4a66dd'],
              [1, '#3449b8'],
            ])
          : '#ffffff',
      },
      34,
    ) +
      (mine
        ? path(`M${x + 352} ${y + 96} Q${x + 366} ${y + 134} ${x + 386} ${y + 132} L${x + 330} ${y + 126} Z`, {
            fill: '#3449b8',
          })
        : path(`M${x + 22} ${y + 96} Q${x + 8} ${y + 134} ${x - 8} ${y + 132} L${x + 44} ${y + 126} Z`, {
            fill: '#ffffff',
          })),
    0,
    4,
    5,
    0.25,
  )
