import { clipped, glowing, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { stars } from '../places/outdoors'
import { backdrop, glow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** An astronaut looks back at the Earth. */
export const gladILeft: Scene = {
  slug: 'glad-i-left',
  name: 'Glad I Left',
  aliases: ['View from Far Away', 'Muted Everyone'],
  keywords: ['space', 'earth', 'spaceship', 'astronaut', 'window', 'leaving', 'far away', 'looking at'],
  description: 'From a dim spaceship cabin a relaxed astronaut looks out of a large round window at the shining Earth.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([610, 172, 380, 116], 'Group chat planning a dinner', {}),
    outlined([40, 740, 520, 140], 'Me: “whatever works for you all”', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      radial(
        [
          [0, '#5c6690'],
          [0.6, '#2b3158'],
          [1, '#11142e'],
        ],
        0.65,
        0.4,
        0.75,
      ),
    ) +
    [120, 300, 1120].map((x) => rect(x, 0, 8, 900, { fill: '#171a38', opacity: 0.6 })).join('') +
    [160, 620].map((y) => rect(0, y, 1200, 8, { fill: '#171a38', opacity: 0.5 })).join('') +
    lit(
      circle(800, 400, 350, {
        fill: linear(
          [
            [0, '#a8b2d4'],
            [1, '#4a5280'],
          ],
          60,
        ),
      }) +
        Array.from({ length: 16 }, (_, i) =>
          circle(800 + Math.cos((i / 8) * Math.PI) * 326, 400 + Math.sin((i / 8) * Math.PI) * 326, 9, {
            fill: '#3a4270',
          }),
        ).join(''),
      500,
    ) +
    clipped(
      rect(490, 90, 620, 620, {
        fill: radial([
          [0, '#1c2260'],
          [1, '#05061c'],
        ]),
      }) +
        placed(stars(620, 620, 15, 90), { x: 490, y: 90 }) +
        glow(810, 470, 330, 330, '#5ab8ff', 0.8) +
        emoji(
          'globe-showing-europe-africa',
          360,
          { x: 810, y: 470 },
          { from: [-0.8, -0.5], rim: '#cfeaff', rimOpacity: 0.9, shade: '#030726', shadeOpacity: 0.85 },
        ) +
        circle(1020, 330, 26, { fill: '#d9d9e3' }) +
        circle(1028, 326, 26, { fill: '#0b0e34', opacity: 0.6 }),
      circle(800, 400, 300, { fill: '#000' }),
    ) +
    path('M560 260 Q620 160 730 128', { stroke: '#fff', width: 12, opacity: 0.35 }) +
    [
      [60, 230],
      [60, 330],
      [200, 230],
      [200, 330],
    ]
      .map(
        ([x, y], i) =>
          lit(rect(x!, y!, 110, 70, { fill: '#39406e' }, 10), 90) +
          glowing(
            rect(
              x! + 16,
              y! + 18,
              40 + (i % 2) * 30,
              10,
              { fill: ['#7affc4', '#ffd35e', '#ff7a8a', '#7ad0ff'][i]! },
              5,
            ),
            '#7affc4',
            6,
            0.5,
          ),
      )
      .join('') +
    rect(0, 780, 1200, 120, {
      fill: linear([
        [0, '#4a5282'],
        [1, '#1c2044'],
      ]),
    }) +
    rect(0, 774, 1200, 12, { fill: '#8f9bd0' }) +
    person({
      x: 330,
      y: 1000,
      scale: 1.65,
      skin: '#f0c49c',
      hair: 'bald',
      outfit: 'coat',
      top: '#e8ebf5',
      mood: { eyes: 'half', brows: 'calm', mouth: 'smile', look: [0.9, -0.1] },
      pose: { turn: 0.9, tilt: 4, leftHand: [-60, -180], rightHand: [76, -270], hands: ['fist', 'fist'], legs: false },
      light: { from: [0.8, -0.4], rim: '#bfe2ff', rimOpacity: 0.95, shade: '#0a0d30', shadeOpacity: 0.6 },
    }) +
    circle(336, 452, 140, { fill: '#bfe0ff', opacity: 0.14 }) +
    circle(336, 452, 140, { stroke: '#e8f2ff', width: 7, opacity: 0.75 }) +
    path('M240 404 Q270 342 330 330', { stroke: '#fff', width: 11, opacity: 0.75 }) +
    vignette(1200, 900, 0.5),
}
