import { lit } from '../drawing/effects'
import { path, rect } from '../drawing/shapes'
import type { Face } from '../people/face'
import { type Pose, person } from '../people/person'
import { glow } from '../places/overlays'
import { room } from '../places/room'
import { panel } from '../props/panel'
import { card } from '../props/signs'
import { handwritten, type Scene } from '../scene'

/** A plan in four steps; the third one is bad news. */
export const aFlawlessPlan: Scene = {
  slug: 'a-flawless-plan',
  name: 'A Flawless Plan',
  aliases: ['Step Three Happened', 'The Mastermind Pauses'],
  keywords: ['plan', 'four panels', 'board', 'steps', 'mastermind', 'backfire', 'presentation', 'scheme'],
  description:
    'Four panels of a scheming bear beside an easel: proud, prouder, then the same sheet twice, the second time staring at it in horror.',
  width: 1200,
  height: 1000,
  boxes: [
    handwritten([286, 76, 268, 300], 'Automate my job', { angle: 2 }),
    handwritten([886, 76, 268, 300], 'Tell nobody', { angle: 2 }),
    handwritten([286, 576, 268, 300], 'Brag about it at the party', { angle: 2 }),
    handwritten([886, 576, 268, 300], 'Brag about it at the party', { angle: 2 }),
  ],
  draw: () =>
    planPanel(
      0,
      0,
      '#4f7fb0',
      { eyes: 'half', brows: 'one-up', mouth: 'smirk' },
      { rightHand: [88, -250], hands: ['fist', 'point'] },
    ) +
    planPanel(
      606,
      0,
      '#5f6fc0',
      { eyes: 'happy', brows: 'angry', mouth: 'grin' },
      { rightHand: [84, -280], hands: ['open', 'point'], leftHand: [-90, -290] },
    ) +
    planPanel(
      0,
      506,
      '#4f9c8a',
      { eyes: 'open', brows: 'up', mouth: 'laugh' },
      { rightHand: [88, -230], hands: ['fist', 'point'] },
    ) +
    planPanel(
      606,
      506,
      '#b5504a',
      { eyes: 'wide', brows: 'worried', mouth: 'flat', look: [1, 0], extras: ['sweat'] },
      { turn: 1, tilt: 6, leftHand: [-60, -170], rightHand: [60, -170] },
    ) +
    rect(594, 0, 12, 1000, { fill: '#fffaf0' }) +
    rect(0, 494, 1200, 12, { fill: '#fffaf0' }),
}

const planPanel = (x: number, y: number, wall: string, mood: Face, arms: Pose): string =>
  panel(
    x,
    y,
    594,
    494,
    room({ width: 594, height: 494, wall, floor: '#6b4a3c', horizon: 430, lamp: [300, 110] }) +
      glow(420, 220, 260, 240, '#fff2c9', 0.45) +
      lit(
        path('M330 400 L300 500 M510 400 L540 500', { stroke: '#8a5a36', width: 14 }) +
          rect(276, 416, 290, 18, { fill: '#8a5a36' }, 5),
        160,
      ) +
      card(310, 356, '#fff8e6', { x: 420, y: 226, turn: 2 }, 4) +
      lit(rect(396, 34, 52, 24, { fill: '#c9a545' }, 6), 40) +
      person({
        x: 130,
        y: 590,
        scale: 1.18,
        kind: 'bear',
        skin: '#8a5f42',
        outfit: 'coat',
        top: '#3a3354',
        mood,
        pose: { turn: 0.5, leftHand: [-66, -170], ...arms },
      }),
  )
