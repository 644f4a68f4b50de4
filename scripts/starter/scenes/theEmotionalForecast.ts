import { clipped, lit, shadowed } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear, radial } from '../drawing/paint'
import { path, polygon, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { backdrop, glow, vignette } from '../places/overlays'
import { card } from '../props/signs'
import { outlined, type Scene, written } from '../scene'

/** A weather map with feelings. */
export const theEmotionalForecast: Scene = {
  slug: 'the-emotional-forecast',
  name: 'The Emotional Forecast',
  aliases: ['Weather Report of My Life', 'Scattered Panic'],
  keywords: ['weather', 'forecast', 'map', 'report', 'prediction', 'news', 'today', 'outlook'],
  description:
    'A cheerful weather presenter points at a big map with sun, clouds, storm and tornado, four empty labels and a banner.',
  width: 1200,
  height: 900,
  boxes: [
    written([160, 262, 204, 74], 'Motivation'),
    written([434, 138, 204, 74], 'Small talk'),
    written([404, 450, 204, 74], 'My inbox'),
    written([150, 560, 204, 74], 'Deadlines'),
    outlined([60, 762, 1080, 110], 'And now the outlook for the team call', {}),
  ],
  draw: () =>
    backdrop(
      1200,
      900,
      radial(
        [
          [0, '#4f6fd0'],
          [0.6, '#2c3f9c'],
          [1, '#141c5c'],
        ],
        0.6,
        0.4,
        0.8,
      ),
    ) +
    glow(400, 370, 560, 480, '#8fd0ff', 0.5) +
    shadowed(
      rect(
        70,
        60,
        660,
        640,
        {
          fill: linear([
            [0, '#7fc4ef'],
            [1, '#4f9cd9'],
          ]),
        },
        26,
      ),
      0,
      14,
      16,
      0.5,
    ) +
    clipped(
      lit(
        path(
          'M150 150 Q260 90 340 150 Q430 110 520 130 Q640 120 670 230 Q700 330 640 400 Q660 520 560 590 Q450 680 340 640 Q200 670 140 560 Q90 440 150 380 Q100 260 150 150 Z',
          {
            fill: linear([
              [0, '#a5d98a'],
              [1, '#5fae62'],
            ]),
          },
        ),
        420,
      ) +
        path('M160 400 Q300 330 420 390 T640 400 M360 150 Q330 300 400 400 Q420 520 340 640', {
          stroke: '#fff',
          width: 4,
          opacity: 0.6,
          dash: '12 10',
        }),
      rect(70, 60, 660, 640, { fill: '#000' }, 26),
    ) +
    rect(70, 60, 660, 640, { stroke: '#e6f4ff', width: 10 }, 26) +
    (
      [
        ['sun', 262, 190],
        ['cloud', 540, 270],
        ['cloud-with-lightning-and-rain', 506, 384],
        ['tornado', 252, 480],
      ] as const
    )
      .map(([name, x, y]) => emoji(name, 124, { x, y }))
      .join('') +
    [
      [262, 299],
      [536, 175],
      [506, 487],
      [252, 597],
    ]
      .map(([x, y]) => card(220, 86, '#fffdf5', { x: x!, y: y! }, 18))
      .join('') +
    rect(0, 720, 1200, 180, {
      fill: linear([
        [0, '#1c2470'],
        [1, '#0c1040'],
      ]),
    }) +
    person({
      x: 930,
      y: 930,
      scale: 1.65,
      skin: '#9a6240',
      hair: 'curly',
      hairColor: '#2a1820',
      outfit: 'suit',
      top: '#e8863c',
      mood: { eyes: 'open', brows: 'up', mouth: 'laugh' },
      pose: {
        leftHand: [-152, -290],
        rightHand: [70, -190],
        hands: ['open', 'fist'],
        turn: -0.3,
        tilt: 4,
        leftFoot: [-26, -10],
      },
    }) +
    rect(0, 744, 1200, 156, {
      fill: linear([
        [0, '#e8433c'],
        [1, '#a51f3c'],
      ]),
    }) +
    rect(0, 736, 1200, 10, { fill: '#fff6e0' }) +
    polygon(
      [
        [0, 746],
        [90, 746],
        [30, 900],
        [0, 900],
      ],
      { fill: '#fff', opacity: 0.14 },
    ) +
    vignette(1200, 900, 0.4),
}
