import { lit, shadowed } from '../drawing/effects'
import { flatEmoji } from '../drawing/emoji'
import { radial } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { glow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { framed } from '../props/furniture'
import { card } from '../props/signs'
import { outlined, type Scene } from '../scene'

/** The wall with red strings. */
export const itAllConnects: Scene = {
  slug: 'it-all-connects',
  name: 'It All Connects',
  aliases: ['Red String Theory', 'Wall of Evidence'],
  keywords: ['conspiracy', 'theory', 'board', 'red string', 'evidence', 'explain', 'crazy', 'reaction'],
  description: 'A wild-eyed person gestures in front of a cork wall full of papers, photographs and red strings.',
  width: 1200,
  height: 900,
  boxes: [outlined([50, 706, 1100, 170], 'Explaining why the printer waits for Mondays', { verticalAlign: 'bottom' })],
  draw: () =>
    room({ width: 1200, height: 900, wall: '#5c6a63', floor: '#4a3d3a', horizon: 780, lamp: [640, 120] }) +
    framed(
      70,
      70,
      1060,
      620,
      rect(70, 70, 1060, 620, {
        fill: radial(
          [
            [0, '#e0b27c'],
            [0.6, '#c0905a'],
            [1, '#8a6038'],
          ],
          0.5,
          0.3,
          0.8,
        ),
      }) +
        scattered(240, 5, (next) =>
          circle(70 + next() * 1060, 70 + next() * 620, 1 + next() * 2.4, {
            fill: next() > 0.5 ? '#8f6236' : '#f0cfa0',
            opacity: 0.5,
          }),
        ),
      '#7a5a3c',
    ) +
    clues
      .map(
        ([x, y, w, h, turn, name], i) =>
          card(w, h, ['#fff7e6', '#ffe98a', '#e3f1ff', '#ffd9d0'][i % 4]!, { x, y, turn }, 3) +
          (name === '' ? scribble(x, y, w, turn) : flatEmoji(name, Math.min(w, h) * 0.66, { x, y: y + 4, turn })),
      )
      .join('') +
    shadowed(
      path(
        'M190 150 L420 180 L300 380 L160 560 L470 590 L300 380 M420 180 L800 140 L1030 210 L900 420 L1040 600 L760 600 L900 420 L800 140',
        { stroke: '#e0263c', width: 4 },
      ),
      2,
      5,
      3,
      0.4,
    ) +
    clues.map(([x, y, , h]) => lit(circle(x, y - h / 2 + 12, 9, { fill: '#e8334a' }), 40)).join('') +
    glow(600, 220, 520, 420, '#fff2c0', 0.35) +
    person({
      x: 610,
      y: 1010,
      scale: 1.7,
      skin: '#f6cfb0',
      hair: 'spiky',
      hairColor: '#6b4a34',
      outfit: 'suit',
      top: '#6f7a8f',
      mood: { eyes: 'wide', brows: 'one-up', mouth: 'shout', look: [-0.4, 0], extras: ['bags', 'stubble'] },
      pose: {
        leftHand: [-150, -262],
        rightHand: [152, -246],
        hands: ['open', 'open'],
        lean: -4,
        tilt: -6,
      },
    }) +
    vignette(1200, 900, 0.5),
}

const clues: readonly (readonly [number, number, number, number, number, string])[] = [
  [190, 190, 130, 120, -6, 'printer'],
  [420, 210, 110, 130, 5, ''],
  [300, 400, 140, 120, -3, 'duck'],
  [160, 590, 120, 110, 8, ''],
  [470, 620, 120, 100, -5, 'banana'],
  [800, 170, 120, 110, 4, ''],
  [1030, 240, 120, 130, -5, 'alien-monster'],
  [900, 450, 130, 110, 6, 'calendar'],
  [1040, 620, 110, 110, -4, ''],
  [760, 630, 110, 90, 3, 'hot-beverage'],
]

const scribble = (x: number, y: number, width: number, turn: number): string =>
  placed(
    [-24, -6, 12, 30]
      .map((dy) =>
        path(`M${-width * 0.34} ${dy} q10 -7 20 0 t20 0 t${width * 0.2} 0`, {
          stroke: '#5a5470',
          width: 3,
          opacity: 0.7,
        }),
      )
      .join(''),
    { x, y, turn },
  )
