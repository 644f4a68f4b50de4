import { glowing, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { radial } from '../drawing/paint'
import { circle, polygon, rect } from '../drawing/shapes'
import type { Face } from '../people/face'
import { type Pose, person } from '../people/person'
import { stars } from '../places/outdoors'
import { backdrop, glow } from '../places/overlays'
import { room } from '../places/room'
import { panel } from '../props/panel'
import { type Scene, written } from '../scene'

/** Four rows, each more enlightened than the one above. */
export const levelsOfEnlightenment: Scene = {
  slug: 'levels-of-enlightenment',
  name: 'Levels of Enlightenment',
  aliases: ['Ascending Rabbit', 'The Glow Gets Worse'],
  keywords: ['expanding brain', 'galaxy brain', 'levels', 'escalating', 'ladder', 'ascend', 'four steps', 'evolution'],
  description:
    'Four rows: a rabbit looks bored, then bright, then glows, then floats as a being of starlight; empty paper beside each.',
  width: 1080,
  height: 1400,
  boxes: [
    written([36, 30, 460, 290], 'Naming it “final”'),
    written([36, 380, 460, 290], 'Naming it “final2”'),
    written([36, 730, 460, 290], '“final2 REAL new”'),
    written([36, 1080, 460, 290], 'Copying it to the desktop of somebody else'),
  ],
  draw: () =>
    [0, 350, 700, 1050]
      .map((y, i) =>
        rect(0, y, 540, 350, {
          fill: radial(
            [
              [0, '#ffffff'],
              [0.75, '#fbf6ec'],
              [1, ['#e3ddd2', '#e3dcc4', '#e2d4ef', '#cfc4f5'][i]!],
            ],
            0.45,
            0.4,
            0.8,
          ),
        }),
      )
      .join('') +
    panel(
      540,
      0,
      540,
      350,
      room({
        width: 540,
        height: 350,
        wall: '#8d8a8f',
        floor: '#6b676b',
        horizon: 300,
        lamp: [160, 80],
        ground: 'carpet',
      }) + sage({ eyes: 'half', brows: 'calm', mouth: 'flat' }, '#b5b0b5', '#77808f', { tilt: 6 }),
    ) +
    panel(
      540,
      350,
      540,
      350,
      room({
        width: 540,
        height: 350,
        wall: '#e0a54a',
        floor: '#9c6b3f',
        horizon: 300,
        lamp: [270, 90],
        ground: 'carpet',
      }) +
        glow(270, 150, 240, 200, '#fff0b0', 0.8) +
        sage({ eyes: 'open', brows: 'up', mouth: 'smile', look: [0.2, -0.6] }, '#e8dfe8', '#d9604a', {
          rightHand: [86, -300],
        }) +
        emoji('light-bulb', 90, { x: 420, y: 80 }),
    ) +
    panel(
      540,
      700,
      540,
      350,
      backdrop(
        540,
        350,
        radial(
          [
            [0, '#fff6d0'],
            [0.35, '#f78fd0'],
            [1, '#5a2a9c'],
          ],
          0.5,
          0.45,
          0.75,
        ),
      ) +
        beams(540, 350, 18) +
        glowing(
          sage({ eyes: 'wide', brows: 'up', mouth: 'grin', look: [0, -0.5] }, '#fff2fb', '#9c5fe0', {
            leftHand: [-100, -270],
            rightHand: [100, -270],
          }),
          '#fff6d0',
          16,
          0.8,
        ),
    ) +
    panel(
      540,
      1050,
      540,
      350,
      backdrop(
        540,
        350,
        radial(
          [
            [0, '#d9f7ff'],
            [0.25, '#5f8ff7'],
            [0.6, '#3a1f9c'],
            [1, '#0c0638'],
          ],
          0.5,
          0.45,
          0.75,
        ),
      ) +
        stars(540, 350, 55, 90) +
        beams(540, 350, 30) +
        [170, 130, 96]
          .map((r, i) => circle(270, 140, r, { stroke: ['#7ae7ff', '#c9a5ff', '#ffffff'][i], width: 4, opacity: 0.6 }))
          .join('') +
        glowing(
          sage(
            { eyes: 'closed', brows: 'calm', mouth: 'smile' },
            '#e6f4ff',
            '#7ad0ff',
            { leftHand: [-110, -240], rightHand: [110, -240] },
            20,
          ),
          '#9fe8ff',
          22,
        ) +
        emoji('ringed-planet', 76, { x: 90, y: 80 }, moonlight) +
        emoji('dna', 76, { x: 456, y: 84 }, moonlight) +
        emoji('sparkles', 70, { x: 460, y: 270 }),
    ) +
    [350, 700, 1050].map((y) => rect(0, y - 5, 1080, 10, { fill: '#2b1a2e' })).join('') +
    rect(535, 0, 10, 1400, { fill: '#2b1a2e' }),
}

const sage = (mood: Face, fur: string, top: string, arms: Pose, rise = 0): string =>
  person({
    x: 270,
    y: 540 - rise,
    scale: 1.2,
    kind: 'rabbit',
    skin: fur,
    outfit: 'hoodie',
    top,
    mood,
    pose: { legs: false, leftHand: [-70, -170], hands: ['open', 'open'], ...arms },
  })

const beams = (width: number, height: number, count: number): string =>
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * Math.PI * 2
    const [x, y] = [width / 2, height * 0.45]
    return polygon(
      [
        [x, y],
        [x + Math.cos(a) * 600, y + Math.sin(a) * 600],
        [x + Math.cos(a + 0.1) * 600, y + Math.sin(a + 0.1) * 600],
      ],
      { fill: '#ffffff', opacity: 0.2 },
    )
  }).join('')
