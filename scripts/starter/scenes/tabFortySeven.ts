import { lit, moonlight } from '../drawing/effects'
import { emoji, flatEmoji } from '../drawing/emoji'
import { circle, path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { window } from '../places/window'
import { desk, framed } from '../props/furniture'
import { outlined, type Scene } from '../scene'

/** Awake at three in the morning, in a screen's light. */
export const tabFortySeven: Scene = {
  slug: 'tab-forty-seven',
  name: 'Tab Forty-Seven',
  aliases: ['3 AM Research', 'One More Video'],
  keywords: ['computer', 'night', 'tired', '3 am', 'screen', 'staring', 'internet', 'research', 'reaction'],
  description: 'A tired person sits at a desk in a dark room at night, face lit by a glowing monitor.',
  width: 1200,
  height: 900,
  boxes: [outlined([50, 24, 1100, 160], 'One quick look at how submarines are parked', { verticalAlign: 'top' })],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#2b2f5c', floor: '#241f3f', horizon: 690, lamp: [760, 420] }) +
    window({
      x: 90,
      y: 230,
      width: 240,
      height: 270,
      sky: ['#0a0f33', '#26357a'],
      frame: '#5a5f96',
      view:
        circle(260, 300, 30, { fill: '#fff3cf' }) +
        circle(272, 292, 26, { fill: '#101844' }) +
        [
          [120, 270],
          [180, 340],
          [150, 440],
          [290, 420],
        ]
          .map(([x, y]) => circle(x!, y!, 2.4, { fill: '#fff' }))
          .join(''),
    }) +
    framed(
      930,
      240,
      160,
      200,
      rect(930, 240, 160, 200, { fill: '#3f4a86' }) + flatEmoji('cat-face', 110, { x: 1010, y: 345 }),
      '#6a5a86',
    ) +
    glow(690, 520, 480, 400, '#8fd6ff', 0.6) +
    person({
      x: 500,
      y: 900,
      scale: 1.55,
      skin: '#eab38a',
      hair: 'hood',
      hairColor: '#5b4a9c',
      outfit: 'hoodie',
      top: '#5b4a9c',
      mood: { eyes: 'wide', brows: 'none', mouth: 'flat', look: [0.8, 0.3], extras: ['bags'] },
      pose: { leftHand: [-40, -160], rightHand: [100, -168], turn: 0.8, lean: 5, legs: false },
      light: { from: [0.9, -0.1], rim: '#bfeaff', rimOpacity: 0.95, shade: '#080a2c', shadeOpacity: 0.66 },
    }) +
    desk(120, 720, 980, 930, '#5a4568', moonlight) +
    lit(
      path('M760 705 L900 705 L876 680 L790 680 Z', { fill: '#3c4468' }) +
        polygon(
          [
            [726, 410],
            [1010, 360],
            [1010, 690],
            [726, 650],
          ],
          { fill: '#20263f' },
        ) +
        polygon(
          [
            [716, 418],
            [736, 414],
            [736, 648],
            [716, 640],
          ],
          { fill: '#dff4ff' },
        ),
      300,
      moonlight,
    ) +
    glow(716, 530, 90, 190, '#dff6ff', 0.8) +
    lit(rect(420, 690, 250, 22, { fill: '#39406b' }, 8), 100, moonlight) +
    emoji('hot-beverage', 100, { x: 255, y: 660 }, moonlight) +
    emoji('cookie', 60, { x: 350, y: 690 }, moonlight) +
    vignette(1200, 900, 0.6),
}
