import { clipped, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { ellipse, path, placed, rect } from '../drawing/shapes'
import { drawHand } from '../people/limb'
import { person } from '../people/person'
import { cloud, sky, water } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** Somebody sinks while help is near and waves back. */
export const wavingNotHelping: Scene = {
  slug: 'waving-not-helping',
  name: 'Waving, Not Helping',
  aliases: ['The Friendly Lifeguard', 'Oh Hi There'],
  keywords: ['drowning', 'hand', 'water', 'help', 'sinking', 'ignored', 'high five', 'rescue'],
  description: 'A hand sticks out of the sea asking for help while a cheerful person on a rubber ring waves back.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([60, 720, 470, 150], 'My weekend plans'),
    outlined([640, 30, 520, 150], '“Can you look at this real quick?”'),
  ],
  draw: () =>
    sky(1200, 900, ['#2f9fe0', '#8fd8f2', '#fff0cf'], { x: 200, y: 140, radius: 60, color: '#ffe98a' }) +
    cloud(520, 180, 200) +
    cloud(360, 290, 120, '#ffffff', '#b8cbe6', 0.7) +
    lit(
      path('M-20 430 Q120 360 280 430 Z', { fill: '#d9b878' }) +
        path('M120 400 Q134 320 110 250', { stroke: '#8a5a36', width: 14 }),
      160,
    ) +
    [
      [-60, -14],
      [60, -10],
      [-40, -46],
      [44, -44],
      [0, 24],
    ]
      .map(([dx, dy]) =>
        lit(
          path(`M110 250 Q${110 + dx! * 0.7} ${250 + dy! - 30} ${110 + dx! * 1.4} ${250 + dy! + 24}`, {
            stroke: '#4f9c4a',
            width: 15,
          }),
          60,
        ),
      )
      .join('') +
    water(1200, 900, 424, ['#5fc8d9', '#0f5f8f']) +
    glow(200, 520, 300, 70, '#fff6c0', 0.6) +
    person({
      x: 880,
      y: 700,
      scale: 1.3,
      skin: '#f6cfb0',
      hair: 'bob',
      hairColor: '#d98a2e',
      outfit: 'tank',
      top: '#ff6f91',
      mood: { eyes: 'happy', brows: 'up', mouth: 'laugh' },
      pose: {
        leftHand: [-110, -346],
        rightHand: [92, -200],
        hands: ['open', 'fist'],
        legs: false,
        tilt: -6,
        turn: -0.4,
      },
    }) +
    groundShadow(880, 636, 560, 0.5) +
    lit(
      path('M650 570 a230 74 0 0 0 460 0 a230 74 0 0 0 -100 -56 a150 40 0 0 1 -260 0 a230 74 0 0 0 -100 56 Z', {
        fill: '#ffcf3f',
      }) + path('M700 622 L740 560 M860 644 L866 580 M1030 630 L996 562', { stroke: '#fff8e0', width: 34, butt: true }),
      280,
    ) +
    path('M640 640 q120 30 240 10 t240 -10', { stroke: '#fff', width: 6, opacity: 0.7 }) +
    glow(300, 690, 220, 40, '#083a5c', 0.6) +
    clipped(
      lit(
        placed(path('M-16 170 Q6 80 0 6', { stroke: '#c98a5e', width: 58 }), { x: 300, y: 560 }) +
          placed(drawHand('open', { from: [0, 90], joint: [6, 60], to: [0, 0] }, '#c98a5e', 1), {
            x: 300,
            y: 566,
            scale: 2.3,
            turn: 6,
          }),
        240,
      ),
      rect(0, 0, 1200, 704, { fill: '#000' }),
    ) +
    ellipse(292, 704, 70, 15, { fill: '#e8fbff', opacity: 0.7 }) +
    path('M190 700 q56 -26 110 0 t120 0 M160 734 q70 -20 140 0 t150 -4', {
      stroke: '#e8fbff',
      width: 8,
      opacity: 0.85,
    }) +
    emoji('shark', 90, { x: 560, y: 520, flip: true }) +
    path('M500 540 q30 -14 60 0 t60 0', { stroke: '#fff', width: 5, opacity: 0.7 }) +
    vignette(1200, 900, 0.35, '#04264a'),
}
