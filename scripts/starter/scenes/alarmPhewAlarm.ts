import { radial } from '../drawing/paint'
import { path, polygon, rect } from '../drawing/shapes'
import type { Face } from '../people/face'
import { person } from '../people/person'
import { cloud, hills, sky } from '../places/outdoors'
import { backdrop } from '../places/overlays'
import { panel } from '../props/panel'
import { type Scene, written } from '../scene'

/** Alarm, relief, worse alarm. */
export const alarmPhewAlarm: Scene = {
  slug: 'alarm-phew-alarm',
  name: 'Alarm, Phew, ALARM',
  aliases: ['Cat Heart Rate', 'Relief Was a Lie'],
  keywords: ['panik', 'kalm', 'panic calm panic', 'relief', 'alarm', 'three panels', 'worse'],
  description:
    'Three rows: a cat in panic, the cat in relief, the cat in far greater panic; room for words beside each.',
  width: 1080,
  height: 1200,
  boxes: [
    written([46, 40, 500, 320], 'I forgot my passport'),
    written([46, 440, 500, 320], 'No, here it is'),
    written([46, 840, 500, 320], 'It expired in March'),
  ],
  draw: () =>
    backdrop(1080, 1200, '#fff8ec') +
    [0, 400, 800]
      .map((y, i) =>
        rect(0, y, 592, 400, {
          fill: radial(
            [
              [0, '#ffffff'],
              [0.7, ['#fff3ea', '#eefaf4', '#ffe9e4'][i]!],
              [1, ['#f2d0bd', '#c4e3d5', '#eab0a5'][i]!],
            ],
            0.45,
            0.4,
            0.8,
          ),
        }),
      )
      .join('') +
    panel(
      592,
      0,
      488,
      400,
      rays('#ff8a4d', '#c9402f', 20) + cat({ eyes: 'wide', brows: 'worried', mouth: 'shout', extras: ['sweat'] }, 0),
    ) +
    panel(
      592,
      400,
      488,
      400,
      sky(488, 400, ['#5fb5d9', '#a5e0d0', '#e6f7d9']) +
        cloud(120, 90, 150) +
        cloud(400, 140, 120) +
        hills(488, 400, 330, '#8fcf8a', 4, 30) +
        cat({ eyes: 'closed', brows: 'calm', mouth: 'smile', extras: ['blush'] }, 1),
    ) +
    panel(
      592,
      800,
      488,
      400,
      rays('#ff3d3d', '#6b0a2c', 26) +
        path('M60 0 L110 90 L84 96 L130 190 M420 0 L380 80 L408 90 L366 170', { stroke: '#fff3b0', width: 9 }) +
        cat({ eyes: 'wide', brows: 'up', mouth: 'shout', extras: ['sweat', 'tears'] }, 2),
    ) +
    [394, 794].map((y) => rect(0, y, 1080, 12, { fill: '#2b1a2e' })).join('') +
    rect(586, 0, 12, 1200, { fill: '#2b1a2e' }),
}

const rays = (inner: string, outer: string, count: number): string =>
  backdrop(
    488,
    400,
    radial(
      [
        [0, inner],
        [1, outer],
      ],
      0.5,
      0.55,
      0.7,
    ),
  ) +
  Array.from({ length: count }, (_, i) => {
    const a = (i / count) * Math.PI * 2
    return polygon(
      [
        [244, 230],
        [244 + Math.cos(a) * 600, 230 + Math.sin(a) * 600],
        [244 + Math.cos(a + 0.13) * 600, 230 + Math.sin(a + 0.13) * 600],
      ],
      { fill: '#fff6d0', opacity: 0.2 },
    )
  }).join('')

const cat = (mood: Face, step: number): string =>
  person({
    x: 244,
    y: 700 + (step === 2 ? 40 : 0),
    scale: step === 2 ? 1.75 : 1.45,
    kind: 'cat',
    skin: '#8a8fae',
    outfit: 'hoodie',
    top: '#f0b23e',
    mood,
    pose:
      step === 1
        ? { leftHand: [-30, -190], rightHand: [40, -180], tilt: 5, legs: false }
        : {
            leftHand: [-78, -300],
            rightHand: [78, -300],
            hands: ['open', 'open'],
            legs: false,
            tilt: step === 2 ? -8 : 0,
          },
  })
