import { emoji } from '../drawing/emoji'
import { person } from '../people/person'
import { cloud, grass, ground, hills, sky } from '../places/outdoors'
import { vignette } from '../places/overlays'
import { table } from '../props/furniture'
import { tree } from '../props/plants'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

/** One sits behind a table with a sign: an opinion to argue about. */
export const theHillISitOn: Scene = {
  slug: 'the-hill-i-sit-on',
  name: 'The Hill I Sit On',
  aliases: ['Folding Table Philosopher', 'Debate Me, I Have Snacks'],
  keywords: ['sign', 'table', 'opinion', 'debate', 'convince', 'change mind', 'argue', 'park'],
  description: 'A smug cat in a suit sits behind a folding table in a sunny park, a large blank sign hanging from it.',
  width: 1200,
  height: 900,
  boxes: [handwritten([262, 634, 546, 186], 'A meeting without snacks is just an email with chairs', { angle: -3 })],
  draw: () =>
    sky(1200, 900, ['#4f9fe0', '#a8d8f0', '#fdf0c9'], { x: 190, y: 150, radius: 56, color: '#ffe07a' }) +
    cloud(560, 160, 230) +
    cloud(980, 110, 170, '#ffffff', '#b8cbe6', 0.8) +
    hills(1200, 900, 440, '#8fbf8a', 3, 50) +
    hills(1200, 900, 500, '#6fab62', 7, 40) +
    tree(1080, 610, 430, '#4d8f45') +
    tree(120, 570, 280, '#6aa655') +
    tree(330, 545, 170, '#83b56b') +
    ground(1200, 900, 560, '#7cb556') +
    grass(1200, 590, 890, '#4f8a3c', 4) +
    person({
      x: 610,
      y: 830,
      scale: 1.6,
      kind: 'cat',
      skin: '#e8a552',
      outfit: 'suit',
      top: '#39508f',
      mood: 'smug',
      pose: { leftHand: [-116, -176], rightHand: [110, -180], turn: 0.3, tilt: -4 },
    }) +
    table(180, 620, 860, 860, '#a9835a') +
    emoji('hot-beverage', 120, { x: 900, y: 545 }) +
    emoji('doughnut', 84, { x: 300, y: 580 }) +
    card(600, 226, '#f5ead2', { x: 535, y: 727, turn: -3 }) +
    vignette(1200, 900, 0.3),
}
