import { lit, shadowed } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { path, placed, polygon, rect } from '../drawing/shapes'
import { cloud, ground, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { carBehind } from '../props/things'
import { outlined, type Scene, written } from '../scene'

/** A car leaves the motorway at the last second. */
export const lastSecondSwerve: Scene = {
  slug: 'last-second-swerve',
  name: 'Last-Second Swerve',
  aliases: ['Wrong Exit, Right Vibe', 'The Detour'],
  keywords: ['exit', 'ramp', 'highway', 'off ramp', 'car', 'swerve', 'turn', 'distraction', 'temptation'],
  description: 'A red car swerves off a motorway towards an exit at the last moment; two big green signs hang above.',
  width: 1200,
  height: 900,
  boxes: [
    written([116, 96, 410, 168], 'Finish the report', { color: '#ffffff' }),
    written([664, 96, 410, 168], 'Research medieval bread', { color: '#ffffff' }),
    outlined([560, 770, 480, 104], 'Me, 9:01 am', { angle: 0 }),
  ],
  draw: () =>
    sky(1200, 900, ['#f28a6a', '#f9c08a', '#fdeec4'], { x: 420, y: 400, radius: 54, color: '#fff0a8' }) +
    cloud(190, 380, 160, '#fff1de', '#e0a08a', 0.8) +
    cloud(1010, 350, 200, '#fff1de', '#e0a08a', 0.8) +
    hills(1200, 900, 440, '#a5798c', 4, 50) +
    hills(1200, 900, 500, '#7c7a5c', 8, 30) +
    ground(1200, 900, 530, '#8fa35a') +
    polygon(
      [
        [395, 530],
        [450, 530],
        [880, 900],
        [-140, 900],
      ],
      {
        fill: linear([
          [0, '#5a5566'],
          [1, '#77728a'],
        ]),
      },
    ) +
    path('M560 640 Q760 560 1200 552 L1200 700 Q960 690 800 830 L760 800 Z', {
      fill: linear(
        [
          [0, '#5e596c'],
          [1, '#7d7892'],
        ],
        0,
      ),
    }) +
    path('M423 534 L420 560 M416 590 L410 640 M402 690 L388 780 M376 840 L364 900', { stroke: '#fff6dd', width: 9 }) +
    path('M560 642 Q760 562 1200 554 M800 828 Q960 690 1200 700', { stroke: '#fff6dd', width: 7 }) +
    path('M450 530 L560 626 M800 832 L880 900', { stroke: '#fff6dd', width: 7 }) +
    path('M300 880 Q430 760 720 700 M420 890 Q560 800 790 742', { stroke: '#241d33', width: 20, opacity: 0.65 }) +
    [60, 590, 1118].map((x) => lit(rect(x, 60, 22, 520, { fill: '#8d93a8' }, 4), 120)).join('') +
    lit(rect(30, 60, 1140, 20, { fill: '#a3a9bd' }), 160) +
    [
      [84, 70, 474, 220, false],
      [632, 70, 474, 220, true],
    ]
      .map(
        ([x, y, w, h, arrow]) =>
          shadowed(
            rect(
              Number(x),
              Number(y),
              Number(w),
              Number(h),
              {
                fill: linear([
                  [0, '#1f7d53'],
                  [1, '#155a3d'],
                ]),
              },
              18,
            ) + rect(Number(x) + 9, Number(y) + 9, Number(w) - 18, Number(h) - 18, { stroke: '#f4fff8', width: 5 }, 12),
            0,
            10,
            8,
            0.4,
          ) + (arrow ? path('M1040 262 L1076 226 M1050 224 L1078 224 L1078 252', { stroke: '#fff', width: 9 }) : ''),
      )
      .join('') +
    groundShadow(770, 770, 400, 0.7) +
    [
      [540, 800, 90],
      [610, 830, 120],
      [500, 850, 80],
    ]
      .map(([x, y, size]) => cloud(x!, y!, size! * 1.6, '#f4eef2', '#b0a5b8', 0.75))
      .join('') +
    placed(carBehind('#e2402f'), { x: 780, y: 716, scale: 1.25, turn: -10 }) +
    vignette(1200, 900, 0.35),
}
