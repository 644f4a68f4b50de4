import { clipped, fromRight, glowing, lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { circle, path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { groundShadow, vignette } from '../places/overlays'
import { room } from '../places/room'
import { outlined, type Scene } from '../scene'

/** A full lift, and somebody who wants in. */
export const roomForOneMore: Scene = {
  slug: 'room-for-one-more',
  name: 'Room for One More',
  aliases: ['Packed Lift', 'Going Up, Unfortunately'],
  keywords: ['elevator', 'lift', 'crowded', 'awkward', 'squeeze in', 'full', 'no space'],
  description:
    'The doors of a lift stand open on a squeezed, grumpy crowd; in front a cheerful cat waits with a giant cactus.',
  width: 1200,
  height: 900,
  boxes: [outlined([400, 6, 580, 102], 'My Saturday'), outlined([30, 690, 480, 190], 'One tiny favour for a friend')],
  draw: () =>
    room({
      width: 1200,
      height: 900,
      wall: '#c9a06b',
      floor: '#6b4a5c',
      horizon: 740,
      lamp: [240, 200],
      ground: 'tiles',
    }) +
    lit(
      rect(
        330,
        110,
        720,
        650,
        {
          fill: linear([
            [0, '#8d95ad'],
            [1, '#565e7c'],
          ]),
        },
        8,
      ),
      400,
    ) +
    rect(380, 150, 620, 610, {
      fill: radial(
        [
          [0, '#fff0c4'],
          [0.5, '#c99a6b'],
          [1, '#5c3f42'],
        ],
        0.5,
        0.1,
        0.95,
      ),
    }) +
    rect(620, 118, 140, 24, { fill: '#1a1c2e' }, 6) +
    path('M676 136 l14 -14 l14 14', { stroke: '#ff7a4d', width: 5 }) +
    clipped(
      person({
        x: 470,
        y: 760,
        scale: 1.15,
        skin: '#6d432d',
        hair: 'short',
        hairColor: '#1c1420',
        outfit: 'suit',
        top: '#3c4a74',
        mood: 'unmoved',
      }) +
        person({
          x: 910,
          y: 760,
          scale: 1.2,
          kind: 'bear',
          skin: '#8a5c3c',
          outfit: 'tee',
          top: '#4f8f6b',
          mood: 'tired',
        }) +
        person({
          x: 620,
          y: 770,
          scale: 1.12,
          skin: '#f6cfb0',
          hair: 'grey-sides',
          hairColor: '#d5d0d0',
          outfit: 'coat',
          top: '#8a4f5c',
          mood: { eyes: 'half', brows: 'angry', mouth: 'frown', look: [-0.6, 0.6] },
        }) +
        person({
          x: 780,
          y: 770,
          scale: 1.08,
          kind: 'robot',
          skin: '#9cb5c4',
          outfit: 'hoodie',
          top: '#d98a3a',
          mood: { eyes: 'open', brows: 'worried', mouth: 'flat', look: [-0.9, 0] },
        }) +
        person({
          x: 545,
          y: 790,
          scale: 0.92,
          kind: 'rabbit',
          skin: '#e8dfe8',
          outfit: 'striped',
          top: '#c94f6b',
          mood: 'disgusted',
        }) +
        person({
          x: 700,
          y: 800,
          scale: 0.98,
          skin: '#c98a5e',
          hair: 'long',
          hairColor: '#2a1822',
          outfit: 'dress',
          top: '#5f4fa5',
          mood: { eyes: 'open', brows: 'angry', mouth: 'flat', look: [-1, 0.2] },
        }) +
        person({
          x: 870,
          y: 800,
          scale: 0.9,
          skin: '#eab38a',
          hair: 'cap',
          hairColor: '#2f7f9c',
          outfit: 'tee',
          top: '#e8c04a',
          mood: 'worried',
        }),
      rect(380, 150, 620, 612, { fill: '#000' }),
    ) +
    rect(380, 150, 60, 610, {
      fill: linear(
        [
          [0, '#d5dbea'],
          [1, '#8d95ad'],
        ],
        0,
      ),
    }) +
    rect(940, 150, 60, 610, {
      fill: linear(
        [
          [0, '#8d95ad'],
          [1, '#d5dbea'],
        ],
        0,
      ),
    }) +
    rect(380, 150, 620, 40, {
      fill: linear([
        [0, '#12082a', 0.5],
        [1, '#12082a', 0],
      ]),
    }) +
    lit(rect(1094, 400, 56, 120, { fill: '#b5bccf' }, 10), 80) +
    glowing(circle(1122, 436, 13, { fill: '#ffd35e' }), '#ffd35e', 8) +
    circle(1122, 484, 13, { fill: '#6b7390' }) +
    groundShadow(230, 880, 380, 0.65) +
    person({
      x: 170,
      y: 880,
      scale: 1.35,
      kind: 'cat',
      skin: '#e8a552',
      outfit: 'hoodie',
      top: '#5fb0d9',
      mood: { eyes: 'happy', brows: 'up', mouth: 'grin' },
      pose: { turn: 0.7, rightHand: [110, -190], leftHand: [66, -130], hands: ['fist', 'fist'], tilt: -5 },
      light: fromRight,
    }) +
    lit(path('M290 650 L390 650 L376 750 L304 750 Z', { fill: '#c9673f' }), 110, fromRight) +
    emoji('cactus', 290, { x: 340, y: 530 }, fromRight) +
    vignette(1200, 900, 0.45),
}
