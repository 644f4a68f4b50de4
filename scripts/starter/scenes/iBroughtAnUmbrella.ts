import { darker } from '../drawing/color'
import { blurred, glowing, type Light, lit, shadowed } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, ellipse, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { grass, ground, hills, sky, stars } from '../places/outdoors'
import { glow, groundShadow, vignette } from '../places/overlays'
import { pine } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** The meteor's fire lights everything from the right. */
const fire: Light = { from: [0.75, -0.65], rim: '#ffc46b', rimOpacity: 0.95, shade: '#1c0838', shadeOpacity: 0.6 }

/** A great trouble, and the small thing that was brought against it. */
export const iBroughtAnUmbrella: Scene = {
  slug: 'i-brought-an-umbrella',
  name: 'I Brought an Umbrella',
  aliases: ['Well Prepared', 'This Should Do It'],
  keywords: [
    'meteor',
    'umbrella',
    'protection',
    'prepared',
    'useless',
    'doom',
    'monday',
    'plan',
    'labels',
    'asteroid',
    'dinosaur',
  ],
  description:
    'A huge burning meteor fills the evening sky; below it somebody stands calmly under a small yellow umbrella, and a dinosaur looks at that.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([596, 150, 440, 150], 'Four deadlines, one Friday', { angle: -6 }),
    outlined([196, 440, 252, 76], 'A colour-coded list'),
    outlined([30, 690, 200, 92], 'Me, fully prepared'),
  ],
  draw: () =>
    sky(1200, 900, ['#1c1450', '#6b2a6f', '#ff8a4f']) +
    stars(1200, 420, 21, 90) +
    glow(840, 240, 720, 560, '#ffb04d', 0.85) +
    trail() +
    meteor() +
    sparks() +
    hills(1200, 900, 640, '#5a2a63', 4, 70) +
    hills(1200, 900, 690, '#45204f', 9, 50) +
    [40, 120, 500, 590, 1010, 1120].map((x, i) => pine(x, 735 + (i % 2) * 12, 120 + (i % 3) * 24, '#33224f')).join('') +
    ground(1200, 900, 720, '#5f3a4a') +
    glow(760, 800, 620, 130, '#ff9a4a', 0.5) +
    grass(1200, 740, 890, '#8a4f4a', 17, 70) +
    longShadow(318, 846, 190) +
    longShadow(760, 856, 240) +
    groundShadow(318, 848, 170, 0.6) +
    person({
      x: 318,
      y: 848,
      scale: 0.74,
      skin: '#c98a5e',
      hair: 'curly',
      hairColor: '#2c1a24',
      outfit: 'coat',
      top: '#3f8fb5',
      bottom: '#2c3560',
      mood: { eyes: 'closed', brows: 'calm', mouth: 'smile' },
      pose: { rightHand: [40, -262], leftHand: [-66, -150], turn: 0.2 },
      light: fire,
    }) +
    umbrella(346, 520) +
    groundShadow(760, 858, 260, 0.6) +
    emoji('t-rex', 236, { x: 760, y: 750 }, fire) +
    vignette(1200, 900, 0.55),
}

const trail = (): string =>
  blurred(
    path('M640 60 Q900 -160 1240 -220 L1320 200 Q1180 300 1010 420 Z', {
      fill: linear(
        [
          [0, '#ff7a2e'],
          [1, '#ffd25a'],
        ],
        150,
      ),
      opacity: 0.9,
    }),
    26,
  ) +
  [
    ['M1000 60 Q1100 -40 1240 -90', 46, '#ffe9a0'],
    ['M1050 170 Q1140 90 1240 60', 34, '#fff4c4'],
    ['M900 10 Q1000 -70 1100 -120', 34, '#ffc24d'],
    ['M1070 290 Q1150 240 1240 210', 26, '#ffd98a'],
  ]
    .map(([d, width, color]) =>
      blurred(path(d as string, { stroke: color as string, width: width as number, opacity: 0.8 }), 9),
    )
    .join('')

const meteor = (): string =>
  glowing(circle(816, 250, 250, { fill: '#ff8a2e' }), '#ff7a1f', 44, 0.85) +
  lit(
    circle(816, 250, 250, {
      fill: radial(
        [
          [0, '#8a5a63'],
          [0.55, '#5f3a4f'],
          [0.86, '#3a2038'],
          [1, '#a8452e'],
        ],
        0.58,
        0.38,
        0.62,
      ),
    }) + craters.map(([x, y, r]) => crater(x, y, r)).join(''),
    520,
    { ...fire, shade: '#ff5a1f', shadeOpacity: 0.75 },
  ) +
  blurred(path('M594 150 Q548 300 656 440 Q736 508 856 498', { stroke: '#ffe08a', width: 20, opacity: 0.8 }), 9)

const craters: readonly (readonly [number, number, number])[] = [
  [650, 340, 44],
  [720, 430, 34],
  [880, 100, 40],
  [980, 350, 52],
  [870, 420, 26],
  [720, 96, 30],
  [1010, 180, 26],
]

const crater = (x: number, y: number, r: number): string =>
  ellipse(x, y, r, r * 0.82, { fill: '#2c1830', opacity: 0.65 }) +
  path(`M${x - r} ${y + 2} A${r} ${r * 0.82} 0 0 0 ${x + r} ${y + 2}`, { stroke: '#c9785a', width: 5, opacity: 0.75 })

const sparks = (): string =>
  scattered(46, 33, (next) => {
    const [x, y] = [360 + next() * 800, 20 + next() * 620]
    const length = 10 + next() * 34
    return path(`M${x} ${y} l${length} ${-length * 0.8}`, {
      stroke: next() > 0.5 ? '#ffe08a' : '#ff9a4d',
      width: 2 + next() * 4,
      opacity: 0.35 + next() * 0.5,
    })
  })

/** Away from the fire, to the lower left. */
const longShadow = (x: number, y: number, length: number): string =>
  blurred(
    path(`M${x - 30} ${y} L${x + 44} ${y} L${x - length} ${y + 46} L${x - length - 120} ${y + 38} Z`, {
      fill: '#1c0a2c',
      opacity: 0.5,
    }),
    8,
  )

/** Open, its stick's end at the hand below. */
const umbrella = (x: number, y: number): string => {
  const dome =
    'M-172 20 C-160 -96 -80 -134 0 -134 C80 -134 160 -96 172 20 Q143 -8 115 20 Q86 -8 57 20 Q29 -8 0 20 Q-29 -8 -57 20 Q-86 -8 -115 20 Q-143 -8 -172 20 Z'
  return placed(
    path('M0 -134 L0 -154', { stroke: '#6b4a34', width: 8 }) +
      path('M2 0 L14 176', { stroke: darker('#8f6236', 0.1), width: 9 }) +
      shadowed(
        lit(
          path(dome, {
            fill: linear(
              [
                [0, '#ffd23f'],
                [1, '#e08a1f'],
              ],
              35,
            ),
          }) +
            path('M0 -134 Q-70 -60 -57 20 M0 -134 Q70 -60 57 20 M0 -134 Q-150 -70 -115 20 M0 -134 Q150 -70 115 20', {
              stroke: '#c46f1a',
              width: 4,
              opacity: 0.6,
            }),
          260,
          fire,
        ),
        -4,
        8,
        6,
        0.35,
      ) +
      rect(-4, -160, 8, 14, { fill: '#6b4a34' }, 4),
    { x, y, turn: -4 },
  )
}
