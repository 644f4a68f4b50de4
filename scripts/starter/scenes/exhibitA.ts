import { fromRight, lit, shadowed } from '../drawing/effects'
import { radial } from '../drawing/paint'
import { circle, path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { type Scene, written } from '../scene'

/** A lecturer points at a screen. */
export const exhibitA: Scene = {
  slug: 'exhibit-a',
  name: 'Exhibit A',
  aliases: ['Next Slide, Please', 'As You Can See'],
  keywords: ['presenter', 'slide', 'board', 'lecture', 'presentation', 'explain', 'teacher', 'screen'],
  description: 'A lecturer in front of an audience points with a stick at a big bright screen.',
  width: 1200,
  height: 900,
  boxes: [
    written([480, 150, 590, 350], 'Studies show that “five more minutes” is a unit of length', {
      verticalAlign: 'middle',
    }),
  ],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#4b3b66', floor: '#5b3a3a', horizon: 690, lamp: [780, 300] }) +
    glow(775, 330, 560, 420, '#dff0ff', 0.6) +
    rect(420, 90, 710, 20, { fill: '#20182e' }, 8) +
    shadowed(
      rect(
        440,
        106,
        670,
        440,
        {
          fill: radial(
            [
              [0, '#ffffff'],
              [0.7, '#f6f8fb'],
              [1, '#d3dcea'],
            ],
            0.5,
            0.45,
            0.75,
          ),
        },
        4,
      ),
      0,
      14,
      14,
      0.5,
    ) +
    rect(440, 540, 670, 12, { fill: '#20182e' }) +
    groundShadow(250, 800, 300, 0.6) +
    lit(
      path('M322 250', {}) +
        polygon(
          [
            [340, 470],
            [470, 300],
            [474, 305],
            [346, 478],
          ],
          { fill: '#e3c79a' },
        ),
      60,
    ) +
    person({
      x: 240,
      y: 800,
      scale: 1.35,
      skin: '#9a6240',
      hair: 'bun',
      hairColor: '#2a1a22',
      outfit: 'coat',
      top: '#e9ecf4',
      bottom: '#4a4f78',
      mood: { eyes: 'open', brows: 'up', mouth: 'grin', extras: ['glasses'] },
      pose: { rightHand: [84, -238], leftHand: [-74, -176], hands: ['fist', 'fist'], turn: 0.4, lean: 3 },
      light: fromRight,
    }) +
    [
      [90, 930],
      [270, 905],
      [460, 935],
      [650, 908],
      [840, 936],
      [1030, 906],
      [1170, 940],
    ]
      .map(([x, y], i) => audience(x!, y!, i))
      .join('') +
    vignette(1200, 900, 0.5),
}

const audience = (x: number, y: number, index: number): string =>
  lit(
    path(`M${x - 96} ${y + 60} Q${x - 90} ${y - 26} ${x} ${y - 30} Q${x + 90} ${y - 26} ${x + 96} ${y + 60} Z`, {
      fill: '#241a38',
    }) +
      circle(x, y - 84, 54 + (index % 3) * 4, { fill: ['#2c1f40', '#33233f', '#281c44'][index % 3]! }) +
      (index % 3 === 1 ? circle(x, y - 148, 22, { fill: '#33233f' }) : ''),
    260,
    { from: [0, -1], rim: '#cfe0ff', rimOpacity: 0.7, shade: '#05030f', shadeOpacity: 0.5 },
  )
