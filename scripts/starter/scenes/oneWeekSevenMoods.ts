import { lit } from '../drawing/effects'
import { radial } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, placed, rect } from '../drawing/shapes'
import { type Face, moods } from '../people/face'
import { head } from '../people/head'
import { vignette } from '../places/overlays'
import { room } from '../places/room'
import { framed } from '../props/furniture'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

/** Seven notes of a week, each with a mood. */
export const oneWeekSevenMoods: Scene = {
  slug: 'one-week-seven-moods',
  name: 'One Week, Seven Moods',
  aliases: ['Emotional Calendar', 'Monday to Monday'],
  keywords: ['week', 'calendar', 'days', 'mood', 'monday', 'friday', 'schedule', 'seven', 'tracker'],
  description:
    'A cork board with seven pinned notes in two rows, each with a cat’s head in another mood and room for words.',
  width: 1200,
  height: 1000,
  boxes: [
    handwritten([66, 300, 212, 120], 'Monday: hope', { angle: -2 }),
    handwritten([352, 300, 212, 120], 'Tuesday: a meeting about hope', { angle: 2 }),
    handwritten([638, 300, 212, 120], 'Wednesday: why', { angle: -1 }),
    handwritten([924, 300, 212, 120], 'Thursday: almost Friday', { angle: 2 }),
    handwritten([196, 774, 212, 120], 'Friday!', { angle: 2 }),
    handwritten([494, 774, 212, 120], 'Saturday: is over', { angle: -2 }),
    handwritten([792, 774, 212, 120], 'Sunday: dread', { angle: 1 }),
  ],
  draw: () =>
    room({
      width: 1200,
      height: 1000,
      wall: '#6b8fb5',
      floor: '#5a4a4f',
      horizon: 1000,
      lamp: [500, 300],
      ground: 'carpet',
    }) +
    framed(
      34,
      34,
      1132,
      932,
      rect(34, 34, 1132, 932, {
        fill: radial(
          [
            [0, '#e3b884'],
            [0.6, '#c99a66'],
            [1, '#946a42'],
          ],
          0.4,
          0.3,
          0.85,
        ),
      }) +
        scattered(420, 15, (next) =>
          circle(34 + next() * 1132, 34 + next() * 932, 1 + next() * 2.6, {
            fill: next() > 0.5 ? '#8f6236' : '#f2d4a8',
            opacity: 0.45,
          }),
        ),
      '#8a5f3a',
    ) +
    notes
      .map(
        ([x, y, turn, color, mood], i) =>
          card(268, 400, color, { x, y, turn }, 4) +
          lit(circle(x, y - 182, 13, { fill: ['#e8433c', '#3f8fd9', '#f0b23e', '#4fb06b'][i % 4]! }), 50) +
          lit(
            placed(
              head(
                {
                  kind: 'cat',
                  skin: ['#e8a552', '#9aa0b5', '#c98a5e', '#efe6ee'][i % 4]!,
                  hair: 'bald',
                  hairColor: '#000000',
                },
                mood,
              ),
              { x, y: y - 48, scale: 0.98, turn: turn * 1.5 },
            ),
            170,
          ),
      )
      .join('') +
    vignette(1200, 1000, 0.4),
}

const notes: readonly (readonly [number, number, number, string, Face])[] = [
  [172, 262, -2, '#fff6a8', moods.calm],
  [458, 262, 2, '#ffd9e3', moods.worried],
  [744, 262, -1, '#d9f0ff', moods.crying],
  [1030, 262, 2, '#e0ffd9', moods.tired],
  [302, 736, 2, '#fff6a8', moods.delighted],
  [600, 736, -2, '#ffe3c4', moods.asleep],
  [898, 736, 1, '#e9dcff', moods.panic],
]
