import { glowing, lit, moonlight } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { circle, path, placed, rect } from '../drawing/shapes'
import { person } from '../people/person'
import { sky, skyline, stars } from '../places/outdoors'
import { glow, vignette } from '../places/overlays'
import { glass } from '../props/things'
import { outlined, type Scene } from '../scene'

/** A toast, glass raised. */
export const toAbsentDeadlines: Scene = {
  slug: 'to-absent-deadlines',
  name: 'To Absent Deadlines',
  aliases: ['The Gracious Toast', 'Bear Raises a Glass'],
  keywords: ['cheers', 'toast', 'glass', 'party', 'congratulations', 'celebrate', 'fireworks', 'well done'],
  description: 'A well-dressed bear on a balcony raises a sparkling glass, fireworks over the city behind it.',
  width: 1200,
  height: 900,
  boxes: [outlined([60, 700, 1080, 170], 'To whoever fixed it and never said how', { verticalAlign: 'bottom' })],
  draw: () =>
    sky(1200, 900, ['#120a3a', '#3a2270', '#8a3f8f']) +
    stars(1200, 460, 8) +
    [
      [230, 190, '#ffd166'],
      [960, 150, '#ff7ab8'],
      [760, 300, '#7ae7ff'],
    ]
      .map(([x, y, color]) => firework(Number(x), Number(y), String(color)))
      .join('') +
    skyline(1200, 640, 260, '#2c1d5c', 31) +
    glow(600, 660, 800, 180, '#ff9ad0', 0.35) +
    rect(0, 620, 1200, 280, {
      fill: linear([
        [0, '#56407c'],
        [1, '#2c1d4c'],
      ]),
    }) +
    [40, 160, 280, 400, 800, 920, 1040, 1160]
      .map((x) =>
        lit(
          path(
            `M${x - 22} 860 Q${x - 44} 760 ${x - 10} 700 Q${x - 26} 670 ${x - 20} 640 L${x + 20} 640 Q${x + 26} 670 ${x + 10} 700 Q${x + 44} 760 ${x + 22} 860 Z`,
            { fill: '#cdbfe6' },
          ),
          130,
          moonlight,
        ),
      )
      .join('') +
    lit(rect(-20, 606, 1240, 44, { fill: '#d9cdf0' }, 8), 200, moonlight) +
    person({
      x: 560,
      y: 1010,
      scale: 1.75,
      kind: 'bear',
      skin: '#9c6a42',
      outfit: 'suit',
      top: '#20264d',
      mood: { eyes: 'half', brows: 'one-up', mouth: 'smirk' },
      pose: { rightHand: [138, -300], leftHand: [-84, -180], hands: ['fist', 'fist'], turn: 0.4, tilt: 5 },
      light: { from: [0.6, -0.8], rim: '#ffc2e8', rimOpacity: 0.85, shade: '#120a3a', shadeOpacity: 0.5 },
    }) +
    glow(822, 440, 200, 200, '#ffe7a0', 0.7) +
    placed(glass(), { x: 816, y: 520, scale: 1.5, turn: 8 }) +
    vignette(1200, 900, 0.5),
}

const firework = (x: number, y: number, color: string): string =>
  glow(x, y, 170, 170, color, 0.55) +
  glowing(
    Array.from({ length: 16 }, (_, index) => {
      const angle = (index / 16) * Math.PI * 2
      const [from, to] = [38, 96 + (index % 3) * 20]
      return (
        path(
          `M${x + Math.cos(angle) * from} ${y + Math.sin(angle) * from} L${x + Math.cos(angle) * to} ${y + Math.sin(angle) * to}`,
          { stroke: color, width: 4 },
        ) + circle(x + Math.cos(angle) * (to + 14), y + Math.sin(angle) * (to + 14), 4, { fill: '#fff' })
      )
    }).join(''),
    color,
    6,
    0.7,
  )
