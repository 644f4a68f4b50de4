import { person } from '../people/person'
import { grass, ground, sky } from '../places/outdoors'
import { groundShadow, shaft, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** Somebody tiny faces somebody huge. */
export const tinyButConfident: Scene = {
  slug: 'tiny-but-confident',
  name: 'Tiny but Confident',
  aliases: ['Small Rabbit, Large Problem', 'David and Go-Lie-Down'],
  keywords: ['tiny', 'big', 'small vs big', 'confront', 'brave', 'size', 'fight', 'versus'],
  description: 'A tiny angry rabbit with fists raised stands in front of a huge, puzzled bear in a forest clearing.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([40, 470, 400, 150], 'My half-hour plan', {}),
    outlined([40, 30, 420, 200], 'The entire month of December', {}),
  ],
  draw: () =>
    sky(1200, 900, ['#2f7f86', '#7cc2a8', '#f0f0b8'], { x: 300, y: 330, radius: 70, color: '#fff4b8' }) +
    [40, 190, 480, 620, 1100].map((x, i) => pine(x, 700, 520 - (i % 3) * 70, '#4f9279')).join('') +
    [-20, 330, 1000, 1180].map((x) => pine(x, 760, 620, '#2d6a5a')).join('') +
    shaft(
      [
        [180, 0],
        [400, 0],
        [700, 900],
        [300, 900],
      ],
      '#fff7c0',
      0.4,
      70,
    ) +
    ground(1200, 900, 700, '#6f9c4a') +
    grass(1200, 730, 890, '#3f7a3a', 6, 80) +
    groundShadow(830, 850, 700, 0.65) +
    person({
      x: 830,
      y: 850,
      scale: 2.0,
      kind: 'bear',
      skin: '#87583a',
      outfit: 'tank',
      top: '#b5433f',
      bottom: '#3d4468',
      build: 1.2,
      mood: { eyes: 'open', brows: 'one-up', mouth: 'flat', look: [-0.8, 1] },
      pose: {
        turn: -0.6,
        tilt: -7,
        leftHand: [-78, -160],
        rightHand: [92, -170],
        leftFoot: [-40, -10],
        rightFoot: [44, -10],
        lean: -4,
      },
    }) +
    groundShadow(340, 860, 170, 0.6) +
    person({
      x: 340,
      y: 860,
      scale: 0.55,
      kind: 'rabbit',
      skin: '#f0e6ee',
      outfit: 'tee',
      top: '#ffb22e',
      mood: { eyes: 'wide', brows: 'angry', mouth: 'teeth', look: [0.8, -0.8] },
      pose: {
        turn: 0.7,
        tilt: 8,
        lean: 4,
        leftHand: [-40, -246],
        rightHand: [112, -280],
        leftFoot: [-52, -10],
        rightFoot: [52, -10],
      },
    }) +
    vignette(1200, 900, 0.45, '#04231f'),
}
