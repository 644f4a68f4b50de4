import { lit } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { radial } from '../drawing/paint'
import { ellipse, path } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, grass, ground, hills, sky } from '../places/outdoors'
import { groundShadow, vignette } from '../places/overlays'
import { bush, tree } from '../props/plants'
import { outlined, type Scene } from '../scene'

/** Two sides pull a rope over mud. */
export const nobodyLetsGo: Scene = {
  slug: 'nobody-lets-go',
  name: 'Nobody Lets Go',
  aliases: ['Tug of War', 'Both Sides Now Muddy'],
  keywords: ['tug of war', 'rope', 'pull', 'conflict', 'between', 'fight over', 'versus', 'custody'],
  description: 'A robot and a bear pull on a rope over a puddle of mud, a worried duck tied to its middle.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([20, 40, 420, 140], 'The thing I should do'),
    outlined([760, 40, 420, 140], 'The thing I just googled'),
    outlined([430, 640, 340, 110], 'My attention'),
  ],
  draw: () =>
    sky(1200, 900, ['#5a9fd9', '#b5dcef', '#fdf0d0'], { x: 600, y: 130, radius: 50, color: '#ffe98a' }) +
    cloud(330, 250, 170) +
    cloud(900, 270, 200) +
    hills(1200, 900, 430, '#9cc98a', 8, 50) +
    tree(60, 610, 270) +
    tree(1140, 610, 300, '#6aa655') +
    bush(300, 590, 100, '#5f9f52') +
    bush(860, 594, 120, '#5a9c4f') +
    ground(1200, 900, 560, '#84b85a') +
    grass(1200, 590, 890, '#4a8a3c', 3, 70) +
    lit(
      path('M300 810 Q330 730 600 726 Q880 730 910 812 Q880 880 600 884 Q320 880 300 810 Z', {
        fill: radial(
          [
            [0, '#8a5f3c'],
            [1, '#5c3b26'],
          ],
          0.4,
          0.3,
          0.8,
        ),
      }),
      160,
    ) +
    ellipse(500, 780, 90, 14, { fill: '#c9a27a', opacity: 0.5 }) +
    ellipse(700, 836, 60, 9, { fill: '#c9a27a', opacity: 0.4 }) +
    groundShadow(220, 846, 360, 0.55) +
    groundShadow(980, 846, 360, 0.55) +
    lit(path('M80 586 Q330 560 600 572 Q870 560 1120 586', { stroke: '#e0c08a', width: 17 }), 100) +
    path('M80 586 Q330 560 600 572 Q870 560 1120 586', {
      stroke: '#a57f4a',
      width: 17,
      dash: '3 15',
      butt: true,
      opacity: 0.7,
    }) +
    person({
      x: 240,
      y: 846,
      scale: 1.3,
      kind: 'robot',
      skin: '#8fc4b5',
      outfit: 'tank',
      top: '#e0a03c',
      bottom: '#3f5a7c',
      mood: { eyes: 'shut', brows: 'angry', mouth: 'teeth', extras: ['sweat'] },
      pose: {
        hip: [-30, -140],
        lean: -20,
        rightHand: [90, -206],
        leftHand: [20, -206],
        leftFoot: [-50, -10],
        rightFoot: [76, -12],
        turn: 0.5,
        bends: [0, 0, 0, 0],
      },
    }) +
    person({
      x: 960,
      y: 846,
      scale: 1.3,
      kind: 'bear',
      skin: '#8a5c3c',
      outfit: 'tank',
      top: '#3f8fb5',
      bottom: '#5a3f5c',
      mood: { eyes: 'shut', brows: 'angry', mouth: 'teeth', extras: ['sweat'] },
      pose: {
        hip: [30, -140],
        lean: 20,
        leftHand: [-90, -206],
        rightHand: [-20, -206],
        leftFoot: [-76, -12],
        rightFoot: [50, -10],
        turn: -0.5,
      },
    }) +
    emoji('duck', 130, { x: 600, y: 520 }) +
    path('M548 566 q52 26 104 0', { stroke: '#e0c08a', width: 13 }) +
    path('M640 440 q14 -12 10 -30 M664 462 q18 -4 24 -22', { stroke: '#fff', width: 5 }) +
    vignette(1200, 900, 0.3),
}
