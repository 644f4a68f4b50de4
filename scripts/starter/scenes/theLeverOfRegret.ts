import { lit } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, grass, ground, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { card, post } from '../props/signs'
import { outlined, type Scene, written } from '../scene'

/** Two tracks, one lever. */
export const theLeverOfRegret: Scene = {
  slug: 'the-lever-of-regret',
  name: 'The Lever of Regret',
  aliases: ['Trolley, but Funny', 'Two Tracks, No Brakes'],
  keywords: ['trolley problem', 'lever', 'tracks', 'choice', 'dilemma', 'ethics', 'switch', 'tram'],
  description:
    'A yellow tram rolls towards a switch in a meadow; a nervous person holds the lever, a sign stands at the end of each track.',
  width: 1200,
  height: 900,
  boxes: [
    written([792, 262, 310, 120], 'Admit I forgot your name'),
    written([836, 632, 310, 130], '“Hey… you!” for ten years', { angle: 3 }),
    outlined([310, 770, 400, 110], 'Me', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    sky(1200, 900, ['#6f8fe0', '#c9b8f0', '#ffe3cf'], { x: 560, y: 170, radius: 52, color: '#ffe9b0' }) +
    cloud(300, 130, 200) +
    cloud(860, 120, 170, '#ffffff', '#c4b8e6', 0.85) +
    hills(1200, 900, 330, '#a58fc9', 5, 50) +
    hills(1200, 900, 410, '#7fa08f', 2, 40) +
    ground(1200, 900, 440, '#8ab56b') +
    grass(1200, 470, 890, '#4f8a4f', 7, 70) +
    track([
      [-20, 640],
      [380, 610],
      [760, 520],
      [1220, 470],
    ]) +
    track([
      [360, 612],
      [640, 640],
      [900, 780],
      [1220, 850],
    ]) +
    pine(1140, 440, 150) +
    pine(640, 430, 120) +
    pine(700, 434, 90) +
    groundShadow(190, 660, 460, 0.6) +
    tram +
    [
      [946, 322, 500, 0],
      [990, 697, 810, 3],
    ]
      .map(
        ([x, y, foot, turn]) => post(x!, y!, foot!, 22, '#8a5a36') + card(360, 156, '#fff6e0', { x: x!, y: y!, turn }),
      )
      .join('') +
    groundShadow(520, 850, 260, 0.6) +
    lit(
      rect(584, 770, 90, 36, { fill: '#4f5470' }, 8) +
        path('M628 776 L672 600', { stroke: '#b5bccf', width: 16 }) +
        circle(674, 592, 24, { fill: '#e8433c' }),
      120,
    ) +
    person({
      x: 510,
      y: 850,
      scale: 0.98,
      skin: '#eab38a',
      hair: 'spiky',
      hairColor: '#7a4a2c',
      outfit: 'hoodie',
      top: '#e8863c',
      mood: { eyes: 'wide', brows: 'worried', mouth: 'wobbly', look: [0.8, -0.2], extras: ['sweat'] },
      pose: { rightHand: [150, -240], leftHand: [-52, -320], hands: ['open', 'fist'], turn: 0.5, lean: 4 },
    }) +
    vignette(1200, 900, 0.35),
}

const track = (points: readonly (readonly [number, number])[]): string => {
  const [a, b, c, d] = points as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ]
  const at = (t: number) =>
    [0, 1].map(
      (k) =>
        (1 - t) ** 3 * a[k as 0 | 1] +
        3 * (1 - t) ** 2 * t * b[k as 0 | 1] +
        3 * (1 - t) * t * t * c[k as 0 | 1] +
        t ** 3 * d[k as 0 | 1],
    ) as [number, number]
  const ties = Array.from({ length: 26 }, (_, i) => {
    const [x, y] = at(i / 25)
    return path(`M${x - 6} ${y - 22} L${x + 10} ${y + 26}`, { stroke: '#6b4a36', width: 15, butt: true })
  }).join('')
  const rail = (dy: number) =>
    path(`M${a[0]} ${a[1] + dy} C${b[0]} ${b[1] + dy} ${c[0]} ${c[1] + dy} ${d[0]} ${d[1] + dy}`, {
      stroke: '#4f5470',
      width: 9,
    }) +
    path(`M${a[0]} ${a[1] + dy - 3} C${b[0]} ${b[1] + dy - 3} ${c[0]} ${c[1] + dy - 3} ${d[0]} ${d[1] + dy - 3}`, {
      stroke: '#c9cfe0',
      width: 3,
    })
  return ties + rail(-14) + rail(18)
}

const tram = lit(
  placed(
    rect(
      -190,
      -210,
      380,
      190,
      {
        fill: linear([
          [0, '#ffd95e'],
          [1, '#e0962a'],
        ]),
      },
      26,
    ) +
      rect(-190, -92, 380, 20, { fill: '#fff6e0' }) +
      rect(-176, -240, 352, 40, { fill: '#c9542f' }, 18) +
      [-160, -72, 16]
        .map((x) =>
          rect(
            x,
            -184,
            74,
            76,
            {
              fill: linear([
                [0, '#d9f2ff'],
                [1, '#7ab0c9'],
              ]),
            },
            8,
          ),
        )
        .join('') +
      rect(
        104,
        -184,
        70,
        150,
        {
          fill: linear([
            [0, '#d9f2ff'],
            [1, '#7ab0c9'],
          ]),
        },
        8,
      ) +
      [-120, 120]
        .map((x) => circle(x, -10, 32, { fill: '#2c2a3f' }) + circle(x, -10, 13, { fill: '#8d93a8' }))
        .join('') +
      circle(182, -60, 14, { fill: '#fff8cf' }),
    { x: 200, y: 636, turn: -3 },
  ),
  300,
)
