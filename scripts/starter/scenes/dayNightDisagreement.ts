import { lit, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { head } from '../people/head'
import { person } from '../people/person'
import { cloud } from '../places/outdoors'
import { shaft } from '../places/overlays'
import { room } from '../places/room'
import { window } from '../places/window'
import { bed, desk } from '../props/furniture'
import { panel } from '../props/panel'
import { outlined, type Scene } from '../scene'

/** Asleep when one should be awake, and the other way round. */
export const dayNightDisagreement: Scene = {
  slug: 'day-night-disagreement',
  name: 'Day–Night Disagreement',
  aliases: ['Asleep at 3 PM, Awake at 3 AM', 'The Broken Body Clock'],
  keywords: ['sleep', 'awake', '3 am', 'insomnia', 'tired', 'night', 'two panels', 'brain'],
  description:
    'Above, somebody dozes at a sunny office desk; below, the same person lies in bed at night with eyes wide open.',
  width: 1080,
  height: 1200,
  boxes: [
    outlined([30, 20, 1020, 110], 'My brain in the budget meeting', { verticalAlign: 'top' }),
    outlined([30, 1076, 1020, 110], 'My brain at 3 am: name every pasta', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    panel(
      0,
      0,
      1080,
      594,
      room({
        width: 1080,
        height: 594,
        wall: '#f0c27a',
        floor: '#c98f5a',
        horizon: 480,
        lamp: [300, 120],
        sun: 'left',
      }) +
        window({ x: 90, y: 150, width: 230, height: 210, sky: ['#6fc0f0', '#d9f2ff'], view: cloud(200, 260, 120) }) +
        rect(700, 140, 270, 170, { fill: '#fffdf5' }, 6) +
        path('M740 270 L800 220 L850 240 L930 176', { stroke: '#e8543f', width: 8 }) +
        person({
          x: 520,
          y: 730,
          scale: 1.35,
          skin: '#eab38a',
          hair: 'short',
          hairColor: '#3b2430',
          outfit: 'tee',
          top: '#4f7fc4',
          mood: { eyes: 'closed', brows: 'calm', mouth: 'small-o' },
          pose: { leftHand: [-110, -200], rightHand: [66, -258], lean: 6, tilt: 18, legs: false },
        }) +
        desk(170, 470, 760, 640, '#9c6a43') +
        emoji('laptop', 210, { x: 330, y: 420 }) +
        emoji('hot-beverage', 90, { x: 790, y: 424 }) +
        emoji('zzz', 90, { x: 700, y: 200 }),
    ) +
    panel(
      0,
      606,
      1080,
      594,
      room({ width: 1080, height: 594, wall: '#26306b', floor: '#1c1f48', horizon: 470, lamp: [240, 150] }) +
        window({
          x: 90,
          y: 90,
          width: 220,
          height: 220,
          sky: ['#070b2e', '#24388a'],
          frame: '#57609c',
          view: circle(250, 160, 34, { fill: '#fff3cf' }) + circle(264, 150, 30, { fill: '#0e1545' }),
        }) +
        shaft(
          [
            [120, 320],
            [290, 320],
            [760, 594],
            [420, 594],
          ],
          '#9fc0ff',
          0.35,
          60,
        ) +
        bed(330, 400, 640, '#5a4fb0', moonlight) +
        lit(rect(350, 330, 200, 96, { fill: '#e8eaff' }, 40), 140, moonlight) +
        headOnPillow +
        path('M540 396 Q760 300 950 390 L952 490 L540 490 Z', {
          fill: linear([
            [0, '#7d72d9'],
            [1, '#3d348c'],
          ]),
        }) +
        emoji('spaghetti', 130, { x: 800, y: 170 }, moonlight) +
        [
          [610, 290],
          [670, 250],
          [720, 214],
        ]
          .map(([x, y], i) => circle(x!, y!, 9 + i * 5, { fill: '#fff', opacity: 0.75 }))
          .join(''),
    ) +
    rect(0, 594, 1080, 12, { fill: '#fffaf0' }),
}

const headOnPillow = lit(
  placed(
    head(
      { kind: 'human', skin: '#eab38a', hair: 'short', hairColor: '#3b2430' },
      { eyes: 'wide', brows: 'none', mouth: 'flat', look: [0.4, -0.5], extras: ['bags'] },
    ),
    { x: 474, y: 362, scale: 0.98, turn: -14 },
  ),
  130,
  moonlight,
)
