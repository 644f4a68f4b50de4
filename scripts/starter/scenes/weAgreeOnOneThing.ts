import { fromRight, lit } from '../drawing/effects'
import { circle, path, placed, polygon } from '../drawing/shapes'
import { person } from '../people/person'
import { hills, sky } from '../places/outdoors'
import { glow, vignette } from '../places/overlays'
import { outlined, type Scene } from '../scene'

/** Two very different ones shake hands on something. */
export const weAgreeOnOneThing: Scene = {
  slug: 'we-agree-on-one-thing',
  name: 'We Agree on One Thing',
  aliases: ['Robot and Bear Shake on It', 'Unlikely Alliance'],
  keywords: ['handshake', 'agree', 'deal', 'common ground', 'alliance', 'together', 'unity', 'three labels'],
  description: 'In front of a glowing sunrise a robot in a suit and a bear in a lumber shirt shake hands.',
  width: 1200,
  height: 900,
  boxes: [
    outlined([20, 700, 430, 160], 'Pianists', {}),
    outlined([750, 700, 430, 160], 'Cats', {}),
    outlined([350, 30, 500, 170], 'Walking all over the keys', {}),
  ],
  draw: () =>
    sky(1200, 900, ['#f0627a', '#ff9f6b', '#ffe3a0'], { x: 600, y: 540, radius: 210, color: '#fff3b0' }) +
    Array.from({ length: 24 }, (_, i) => {
      const a = (i / 24) * Math.PI * 2
      return polygon(
        [
          [600, 540],
          [600 + Math.cos(a) * 1100, 540 + Math.sin(a) * 1100],
          [600 + Math.cos(a + 0.12) * 1100, 540 + Math.sin(a + 0.12) * 1100],
        ],
        { fill: '#fff6d0', opacity: 0.13 },
      )
    }).join('') +
    hills(1200, 900, 600, '#c9566b', 2, 60) +
    hills(1200, 900, 690, '#8a3f63', 5, 40) +
    hills(1200, 900, 790, '#5c2c55', 7, 20) +
    person({
      x: 250,
      y: 1010,
      scale: 1.85,
      kind: 'robot',
      skin: '#9cc0d4',
      outfit: 'suit',
      top: '#33508f',
      mood: { eyes: 'open', brows: 'calm', mouth: 'smile', look: [0.8, 0] },
      pose: { turn: 0.8, lean: 5, rightHand: [178, -230], leftHand: [-76, -170], bends: [0, 0, 0, 0] },
      light: fromRight,
    }) +
    person({
      x: 950,
      y: 1010,
      scale: 1.85,
      kind: 'bear',
      skin: '#9c6a42',
      outfit: 'coat',
      top: '#c2432f',
      mood: { eyes: 'open', brows: 'calm', mouth: 'smile', look: [-0.8, 0] },
      pose: { turn: -0.8, lean: -5, leftHand: [-182, -230], rightHand: [76, -170] },
    }) +
    glow(600, 585, 170, 150, '#fff6d0', 0.7) +
    lit(
      placed(
        circle(-6, 4, 50, { fill: '#9c6a42' }) +
          [-30, -8, 14, 36].map((dy) => path(`M-40 ${dy} q30 -12 62 0`, { stroke: '#9cc0d4', width: 22 })).join('') +
          path('M-34 -38 Q6 -56 34 -30', { stroke: '#9c6a42', width: 24 }),
        { x: 598, y: 588 },
      ),
      120,
    ) +
    path('M600 500 l0 -40 M536 520 l-26 -32 M664 520 l26 -32', { stroke: '#fff', width: 8 }) +
    vignette(1200, 900, 0.4),
}
