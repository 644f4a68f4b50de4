import { blurred, glowing, lit, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { grass, hills, sky, stars } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** Looking for something through a telescope. */
export const allegedlyVisibleFromHere: Scene = {
  slug: 'allegedly-visible-from-here',
  name: 'Allegedly Visible from Here',
  aliases: ['Telescope of Hope', 'Searching the Sky'],
  keywords: ['telescope', 'searching', 'looking', 'far away', 'distance', 'night sky', 'find'],
  description: 'At night on a hill somebody in a woolly hat looks through a big telescope at a tiny glowing star.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([650, 300, 500, 120], 'My motivation'),
    outlined([560, 740, 610, 140], 'Me, 2 pm, third coffee', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    sky(1200, 900, ['#0a0f3c', '#2b3a8a', '#8a6fc0']) +
    blurred(
      path('M-60 500 Q400 250 1260 -40 L1260 130 Q500 380 -60 640 Z', {
        fill: linear([
          [0, '#c9a5ff', 0.3],
          [1, '#7ab8ff', 0.12],
        ]),
      }),
      30,
    ) +
    stars(1200, 600, 71, 170) +
    glow(900, 200, 240, 240, '#fff0b0', 0.9) +
    glowing(
      path('M900 130 Q906 194 970 200 Q906 206 900 270 Q894 206 830 200 Q894 194 900 130 Z', { fill: '#fffbe6' }),
      '#fff3b0',
      12,
    ) +
    emoji('ringed-planet', 110, { x: 560, y: 140, turn: -10 }, moonlight) +
    hills(1200, 900, 620, '#3c3f8a', 4, 60) +
    [80, 180, 1090, 1150].map((x, i) => pine(x, 740 - (i % 2) * 20, 230, '#27306b')).join('') +
    path('M0 760 Q400 640 820 720 T1200 780 L1200 900 L0 900 Z', {
      fill: linear([
        [0, '#4f6fa0'],
        [0.3, '#34497c'],
        [1, '#1c2450'],
      ]),
    }) +
    grass(1200, 740, 890, '#6f9cc0', 9, 60) +
    groundShadow(300, 836, 300, 0.6) +
    groundShadow(560, 830, 300, 0.5) +
    lit(
      path('M540 590 L450 830 M556 590 L560 840 M570 590 L680 826', { stroke: '#b5793f', width: 17 }),
      200,
      moonlight,
    ) +
    lit(
      placed(
        rect(
          -140,
          -30,
          150,
          60,
          {
            fill: linear([
              [0, '#f0d089'],
              [1, '#b58432'],
            ]),
          },
          10,
        ) +
          rect(
            0,
            -44,
            190,
            88,
            {
              fill: linear([
                [0, '#f5dca0'],
                [1, '#c9963f'],
              ]),
            },
            12,
          ) +
          rect(176, -52, 30, 104, { fill: '#8a5f24' }, 8) +
          rect(-158, -20, 26, 40, { fill: '#5c4026' }, 6),
        { x: 560, y: 546, turn: -38 },
      ),
      240,
      moonlight,
    ) +
    person({
      x: 320,
      y: 836,
      scale: 1.2,
      skin: '#c98a5e',
      hair: 'beanie',
      hairColor: '#e8544a',
      outfit: 'coat',
      top: '#f0a83c',
      bottom: '#4a3a6b',
      mood: { eyes: 'half', brows: 'one-up', mouth: 'flat', look: [0.9, -0.7] },
      pose: { rightHand: [112, -282], leftHand: [-70, -170], hands: ['fist', 'fist'], turn: 0.8, lean: 6, tilt: -6 },
      light: moonlight,
    }) +
    emoji('hot-beverage', 74, { x: 130, y: 800 }, moonlight) +
    vignette(1200, 900, 0.45),
}
