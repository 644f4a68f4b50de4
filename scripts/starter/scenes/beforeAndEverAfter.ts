import { moonlight } from '../drawing/effects'
import { emoji } from '../drawing/emoji'
import { scattered } from '../drawing/random'
import { path, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { cloud, hills, sky } from '../places/outdoors'
import { vignette } from '../places/overlays'
import { panel } from '../props/panel'
import { outlined, type Scene } from '../scene'

/** The same person twice: before, and after. */
export const beforeAndEverAfter: Scene = {
  slug: 'before-and-ever-after',
  name: 'Before and Ever After',
  aliases: ['What It Did to Me', 'Then and Now'],
  keywords: ['before', 'after', 'then now', 'transformation', 'change', 'expectation reality', 'first day last day'],
  description:
    'Two panels of the same person: fresh and smiling in the morning sun, then worn out in a stormy grey one.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([24, 734, 552, 150], 'Monday, 9:00', { verticalAlign: 'bottom' }),
    outlined([624, 734, 552, 150], 'Monday, 9:07', { verticalAlign: 'bottom' }),
  ],
  draw: () =>
    panel(
      0,
      0,
      600,
      900,
      sky(600, 900, ['#ffc26b', '#ffe0a0', '#fff4d0'], { x: 130, y: 170, radius: 60, color: '#fff0a0' }) +
        cloud(460, 160, 180, '#fff', '#f0c090') +
        hills(600, 900, 560, '#a5cf7a', 2, 40) +
        hills(600, 900, 640, '#7fb85a', 6, 30) +
        emoji('hibiscus', 60, { x: 60, y: 700 }) +
        emoji('sunflower', 90, { x: 540, y: 690 }) +
        emoji('butterfly', 60, { x: 480, y: 330, turn: 14 }) +
        person({
          x: 300,
          y: 1010,
          scale: 1.75,
          skin: '#c98a5e',
          hair: 'tail',
          hairColor: '#4a2a22',
          outfit: 'suit',
          top: '#3f8fb0',
          mood: { eyes: 'happy', brows: 'up', mouth: 'laugh', extras: ['blush'] },
          pose: { rightHand: [116, -320], leftHand: [-70, -170], hands: ['fist', 'open'], tilt: 4 },
        }),
    ) +
    panel(
      600,
      0,
      600,
      900,
      sky(600, 900, ['#2b3350', '#4f5a78', '#8a8fa5']) +
        cloud(150, 150, 300, '#6a7390', '#3a4260') +
        cloud(450, 190, 320, '#5f6885', '#333b58') +
        path('M420 240 L380 350 L420 340 L372 470', { stroke: '#ffe98a', width: 9 }) +
        hills(600, 900, 560, '#56606f', 2, 40) +
        hills(600, 900, 640, '#3f4a55', 6, 30) +
        scattered(70, 21, (next) => {
          const [x, y] = [next() * 640, next() * 900]
          return path(`M${x} ${y} l-9 34`, { stroke: '#cfe0f5', width: 2.5, opacity: 0.4 })
        }) +
        emoji('wilted-flower', 90, { x: 70, y: 700 }, moonlight) +
        person({
          x: 300,
          y: 1010,
          scale: 1.75,
          skin: '#b98a6e',
          hair: 'spiky',
          hairColor: '#4a2a22',
          outfit: 'suit',
          top: '#5a6a78',
          mood: { eyes: 'half', brows: 'worried', mouth: 'wobbly', extras: ['bags'] },
          pose: { leftHand: [-66, -130], rightHand: [66, -126], lean: 3, tilt: 9 },
          light: moonlight,
        }) +
        path('M236 330 l-26 -34 M356 300 l20 -40 M300 280 l-2 -44', { stroke: '#4a2a22', width: 7 }),
    ) +
    rect(594, 0, 12, 900, { fill: '#fffaf0' }) +
    vignette(1200, 900, 0.35),
}
