import { fromRight, lit, moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { linear } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, path, polygon, rect } from '../drawing/shapes'
import { cloud, sky } from '../places/outdoors'
import { shaft, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** What one sees, and what lies under it. */
export const justTheTipOfIt: Scene = {
  slug: 'just-the-tip-of-it',
  name: 'Just the Tip of It',
  aliases: ['Iceberg of Knowledge', 'It Goes Deeper'],
  keywords: ['iceberg', 'levels', 'deep', 'hidden', 'under the surface', 'layers', 'tiers', 'explained'],
  description:
    'An iceberg: a small sunny tip with a penguin above the sea, and a huge body of ice that reaches down into the dark.',
  width: 1000,
  height: 1400,
  boxes: [
    outlined([420, 214, 320, 90], 'It works'),
    outlined([250, 460, 500, 130], 'It worked once'),
    outlined([230, 670, 540, 130], 'It works if nobody scrolls'),
    outlined([270, 880, 460, 130], 'A cron job restarts it'),
    outlined([330, 1090, 350, 140], 'Nobody has the password'),
  ],
  draw: () =>
    sky(1000, 1400, ['#6fb5f0', '#cfeaf7', '#fff4dc'], { x: 810, y: 110, radius: 50, color: '#ffe98a' }) +
    cloud(170, 120, 190) +
    cloud(620, 80, 110, '#ffffff', '#b8cbe6', 0.8) +
    rect(0, 352, 1000, 1048, {
      fill: linear([
        [0, '#3fb5d0'],
        [0.25, '#1f78b0'],
        [0.6, '#123f80'],
        [1, '#050f38'],
      ]),
    }) +
    [
      [120, 1],
      [420, 2],
      [760, 3],
    ]
      .map(([x]) =>
        shaft(
          [
            [x!, 352],
            [x! + 120, 352],
            [x! + 260, 1300],
            [x! - 40, 1300],
          ],
          '#c9fbff',
          0.25,
          90,
        ),
      )
      .join('') +
    lit(
      polygon(
        [
          [110, 360],
          [890, 360],
          [960, 520],
          [900, 720],
          [820, 900],
          [760, 1080],
          [640, 1240],
          [520, 1310],
          [390, 1220],
          [280, 1060],
          [200, 880],
          [110, 700],
          [50, 500],
        ],
        {
          fill: linear([
            [0, '#b5ecf7'],
            [0.3, '#6fb8e0'],
            [0.7, '#3a6fb5'],
            [1, '#1c3a80'],
          ]),
        },
      ),
      700,
      fromRight,
    ) +
    polygon(
      [
        [110, 360],
        [340, 360],
        [270, 560],
        [330, 800],
        [280, 1060],
        [200, 880],
        [110, 700],
        [50, 500],
      ],
      { fill: '#ffffff', opacity: 0.16 },
    ) +
    polygon(
      [
        [660, 360],
        [890, 360],
        [960, 520],
        [900, 720],
        [760, 640],
      ],
      { fill: '#04164a', opacity: 0.16 },
    ) +
    polygon(
      [
        [330, 800],
        [560, 900],
        [520, 1310],
        [390, 1220],
        [280, 1060],
      ],
      { fill: '#ffffff', opacity: 0.08 },
    ) +
    lit(
      polygon(
        [
          [210, 366],
          [300, 240],
          [380, 260],
          [470, 130],
          [560, 180],
          [640, 150],
          [760, 290],
          [830, 366],
        ],
        {
          fill: linear([
            [0, '#ffffff'],
            [1, '#d0e9f7'],
          ]),
        },
      ),
      320,
      fromRight,
    ) +
    polygon(
      [
        [470, 130],
        [430, 366],
        [210, 366],
        [300, 240],
        [380, 260],
      ],
      { fill: '#9cc9e8', opacity: 0.45 },
    ) +
    polygon(
      [
        [640, 150],
        [600, 290],
        [680, 366],
        [830, 366],
        [760, 290],
      ],
      { fill: '#ffffff', opacity: 0.5 },
    ) +
    emoji('penguin', 100, { x: 606, y: 116 }, fromRight) +
    path('M0 352 q50 -14 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0', {
      stroke: '#f2fffb',
      width: 8,
      opacity: 0.9,
    }) +
    rect(0, 352, 1000, 50, {
      fill: linear([
        [0, '#c9fff5', 0.5],
        [1, '#c9fff5', 0],
      ]),
    }) +
    emoji('tropical-fish', 66, { x: 60, y: 640 }) +
    emoji('fish', 60, { x: 940, y: 820, flip: true }, moonlight) +
    emoji('octopus', 120, { x: 130, y: 1240 }, moonlight) +
    emoji('whale', 150, { x: 850, y: 1180 }, moonlight) +
    scattered(24, 6, (next) =>
      circle(next() * 1000, 420 + next() * 900, 3 + next() * 7, { stroke: '#d9fbff', width: 2, opacity: 0.5 }),
    ) +
    vignette(1000, 1400, 0.4, '#020a2c'),
}
