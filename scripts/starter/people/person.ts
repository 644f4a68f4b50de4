import { darker } from '../drawing/color'
import { type Light, lit, shadowed } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { type Point, path, placed, rect } from '../drawing/shapes'
import { type Face, moods } from './face'
import type { Hair } from './hair'
import { hairBehind, head, headFromBehind, type Kind } from './head'
import { drawHand, drawLimb, drawUpperLimb, type Hand, type Limb, reach } from './limb'
import { type Outfit, torso } from './outfit'

/** Where everything is, in a frame whose origin is on the ground between the feet; a person stands about 400 high. */
export interface Pose {
  readonly hip?: Point
  /** Of the upper body, clockwise in degrees. */
  readonly lean?: number
  readonly leftHand?: Point
  readonly rightHand?: Point
  readonly leftFoot?: Point
  readonly rightFoot?: Point
  /** Sides the joints bend to: left arm, right arm, left leg, right leg (1 or −1); 0 for outwards. */
  readonly bends?: readonly [number, number, number, number]
  readonly hands?: readonly [Hand, Hand]
  /** Of the head, in degrees. */
  readonly tilt?: number
  /** −1..1: looks left or right. */
  readonly turn?: number
  /** Arms that are behind the body. */
  readonly behind?: readonly ('left' | 'right')[]
  readonly legs?: boolean
}

/** Somebody in a scene, at a place in its pixels; what is left out is usual. */
export interface Person {
  readonly x: number
  readonly y: number
  readonly scale?: number
  readonly flip?: boolean
  readonly turnWhole?: number
  readonly kind?: Kind
  readonly skin?: string
  readonly hair?: Hair
  readonly hairColor?: string
  readonly outfit?: Outfit
  readonly top?: string
  readonly bottom?: string
  readonly shoes?: string
  readonly mood?: keyof typeof moods | Face
  readonly pose?: Pose
  readonly fromBehind?: boolean
  /** Broadness of shoulders and arms; 1 is usual. */
  readonly build?: number
  readonly light?: Light
}

/** Skins to choose from. */
export const skins = ['#f6cfb0', '#eab38a', '#c98a5e', '#9a6240', '#6d432d', '#f9d9c4'] as const

const ankle = ([x, y]: Point): Point => [x, y - 8]

const turned = ([x, y]: Point, degrees: number): Point => {
  const radians = (degrees * Math.PI) / 180
  return [x * Math.cos(radians) - y * Math.sin(radians), x * Math.sin(radians) + y * Math.cos(radians)]
}

function leg(limb: Limb, color: string, shoes: string, side: number): string {
  const [x, y] = [limb.to[0], limb.to[1] + 8]
  const toe = limb.to[0] - limb.joint[0] > 25 ? 1 : limb.to[0] - limb.joint[0] < -25 ? -1 : side
  return (
    drawLimb(limb, color, 36) +
    path(
      `M${x - 17} ${y - 12} L${x + 17} ${y - 12} Q${x + 17 + (toe > 0 ? 16 : 2)} ${y - 4} ${x + 17 + (toe > 0 ? 14 : 1)} ${y + 10} L${x - 17 - (toe < 0 ? 14 : 1)} ${y + 10} Q${x - 17 - (toe < 0 ? 16 : 2)} ${y - 4} ${x - 17} ${y - 12} Z`,
      { fill: shoes },
    )
  )
}

/** A person (or animal, or robot), posed and lit. */
export function person(who: Person): string {
  const {
    kind = 'human',
    skin = skins[0],
    hair = 'short',
    hairColor = '#3b2430',
    outfit = 'tee',
    top = '#e4573d',
  } = who
  const { bottom = '#34406b', shoes = '#2a2238', build = 1, fromBehind = false, scale = 1 } = who
  const {
    hip = [0, -142],
    lean = 0,
    tilt = 0,
    turn = 0,
    hands = ['fist', 'fist'],
    behind = [],
    legs = true,
  } = who.pose ?? {}
  const {
    leftHand = [-70, -150],
    rightHand = [70, -150],
    leftFoot = [-26, -10],
    rightFoot = [26, -10],
  } = who.pose ?? {}
  const { bends = [0, 0, 0, 0] } = who.pose ?? {}
  const mood: Face = typeof who.mood === 'string' ? moods[who.mood] : (who.mood ?? moods.calm)
  const from = (local: Point): Point => {
    const [x, y] = turned(local, lean)
    return [hip[0] + x, hip[1] + y]
  }
  const shoulder = 43 * build
  const arms = {
    left: reach(from([-shoulder, -106]), leftHand, 64, 62, bends[0], -1),
    right: reach(from([shoulder, -106]), rightHand, 64, 62, bends[1], 1),
  }
  const dressed = outfit === 'tee' || outfit === 'tank' || outfit === 'dress' || outfit === 'striped'
  const arm = (side: 'left' | 'right') => {
    const limb = arms[side]
    const index = side === 'left' ? 0 : 1
    const hand = drawHand(hands[index], limb, skin, side === 'left' ? 1 : -1)
    const bare = drawLimb(limb, skin, 27 * build ** 2)
    const sleeve = darker(top, 0.05)
    if (outfit === 'tank') return bare + hand
    return dressed
      ? bare + drawUpperLimb(limb, sleeve, 35 * build) + hand
      : drawLimb(limb, sleeve, 34 * build, 0.86) + hand
  }
  const front = (['left', 'right'] as const).filter((side) => !behind.includes(side))
  const legPair = legs
    ? leg(reach([hip[0] - 21, hip[1]], ankle(leftFoot), 62.5, 62.5, bends[2], -1), bottom, shoes, -1) +
      leg(reach([hip[0] + 21, hip[1]], ankle(rightFoot), 62.5, 62.5, bends[3], 1), darker(bottom, 0.1), shoes, 1)
    : ''
  const skirt =
    outfit === 'dress'
      ? placed(
          path('M-40 -30 L40 -30 L66 70 Q0 86 -66 70 Z', {
            fill: linear([
              [0, top],
              [1, darker(top, 0.2)],
            ]),
          }),
          { x: hip[0], y: hip[1] },
        )
      : ''
  const [headX, headY] = from([0, -186])
  const look = { kind, skin, hair, hairColor }
  const neck = placed(rect(-17, -150, 34, 40, { fill: darker(skin, 0.24) }, 10), { x: hip[0], y: hip[1], turn: lean })
  const headPlace = { x: headX, y: headY, turn: lean * 0.6 + tilt }
  const drawnHead = placed(fromBehind ? headFromBehind(look) : head(look, mood, turn), headPlace)
  const body =
    (fromBehind ? '' : placed(hairBehind(look), headPlace)) +
    behind.map(arm).join('') +
    legPair +
    neck +
    placed(torso(outfit, top, build, fromBehind), { x: hip[0], y: hip[1], turn: lean }) +
    skirt +
    shadowed(drawnHead, 0, 5, 5, 0.3) +
    shadowed(front.map(arm).join(''), 0, 4, 4, 0.35)
  return lit(placed(body, { x: who.x, y: who.y, scale, flip: who.flip, turn: who.turnWhole }), 300 * scale, who.light)
}
