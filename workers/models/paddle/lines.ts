import type { Core } from '#workers/models/paddle/cores'
import { parameters } from '#workers/models/paddle/parameters'
import {
  axesOf,
  grown,
  hullOf,
  leastRect,
  type Points,
  quarterTurned,
  rectAround,
  type TurnedRect,
} from '#workers/models/paddle/turnedRect'

/** A line of text that was found and not yet read: its core, and what the letters with their outline should fill. */
interface Piece {
  readonly hull: Points
  readonly rect: TurnedRect
}

/** A piece with fewer letters than about three has no angle of its own that could be trusted. */
const isShort = ({ rect }: Piece) => rect.width < 2.5 * rect.height

/** From a core's rectangle to the letters': the detector learned to paint letters shrunk by a share of their height. */
const lettersAround = (core: TurnedRect): TurnedRect => {
  const grow = (core.width * core.height * parameters.growth) / (core.width + core.height)
  return grown(core, grow, grow)
}

const area = ({ width, height }: TurnedRect) => width * height

/** Level or upright, unless a turned rectangle fits clearly better. */
function rectOf(hull: Points): TurnedRect {
  const core = rectAround(hull, 0)
  const level = lettersAround(core.height > 1.5 * core.width ? quarterTurned(core) : core)
  const turned = lettersAround(leastRect(hull))
  const isLevel = Math.abs(turned.angle) < parameters.levelAngle || area(turned) > 0.9 * area(level)
  return isLevel ? level : turned
}

/** Angle between two lines, 0..90. */
const turnBetween = (a: TurnedRect, b: TurnedRect) => Math.abs(((a.angle - b.angle + 270) % 180) - 90)

/** Whether two pieces stand on one line, one after the other, with no more than a wide space between them. */
function onOneLine(a: Piece, b: Piece): boolean {
  const [long, other] = a.rect.width >= b.rect.width ? [a.rect, b] : [b.rect, a]
  const turn = turnBetween(a.rect, b.rect)
  if (!isShort(other) && turn > 10) return false
  const short = turn > 0 ? lettersAround(rectAround(other.hull, long.angle)) : other.rect
  const { ux, uy } = axesOf(long.angle)
  const dx = short.cx - long.cx
  const dy = short.cy - long.cy
  const least = Math.min(long.height, short.height)
  const most = Math.max(long.height, short.height)
  const overlap = (long.height + short.height) / 2 - Math.abs(dy * ux - dx * uy)
  const gap = Math.abs(dx * ux + dy * uy) - (long.width + short.width) / 2
  return least >= 0.7 * most && overlap >= 0.6 * least && gap <= parameters.wordGap * least && gap >= -0.8 * least
}

/** A short line turns as the long one next to it does, if that fits it about as well: they are one caption. */
function turnedLikeItsNeighbour(piece: Piece, all: readonly Piece[]): Piece {
  if (!isShort(piece)) return piece
  const { rect, hull } = piece
  const away = (other: Piece) => Math.hypot(other.rect.cx - rect.cx, other.rect.cy - rect.cy)
  const near = all
    .filter((other) => !isShort(other) && turnBetween(other.rect, rect) > 0)
    .filter((other) => away(other) < other.rect.width / 2 + 2 * rect.height)
    .filter((other) => Math.abs(Math.log(other.rect.height / rect.height)) < Math.log(1.6))
    .sort((a, b) => away(a) - away(b))[0]
  if (near === undefined) return piece
  const turned = lettersAround(rectAround(hull, near.rect.angle))
  return area(turned) < 1.2 * area(rect) ? { hull, rect: turned } : piece
}

/** Joins words to lines. @returns what the letters with their outlines should fill, as far as the detector can tell. */
export function linesOf(cores: readonly Core[]): readonly TurnedRect[] {
  const pieces: Piece[] = cores.map(({ hull }) => ({ hull, rect: rectOf(hull) }))
  for (let i = 0; i < pieces.length; i++) {
    for (let j = 0; j < pieces.length; j++) {
      if (i === j || !onOneLine(pieces[i]!, pieces[j]!)) continue
      const hull = hullOf([...pieces[i]!.hull, ...pieces[j]!.hull])
      pieces[i] = { hull, rect: rectOf(hull) }
      pieces.splice(j, 1)
      if (j < i) i--
      j = -1
    }
  }
  return pieces.map((piece) => turnedLikeItsNeighbour(piece, pieces).rect)
}
