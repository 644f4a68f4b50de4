import type { Core } from '#workers/models/paddle/cores'
import { parameters } from '#workers/models/paddle/parameters'
import {
  axesOf,
  grown,
  hullOf,
  leastRect,
  type Points,
  rectAround,
  type TurnedRect,
} from '#workers/models/paddle/turnedRect'

/** A line of text that was found and not yet read. */
export interface FoundLine {
  readonly hull: Points
  /** Around the letters with their outline, as far as the detector can tell. */
  readonly rect: TurnedRect
  /** The detector's mean probability over the core, 0..1; of the surest word. */
  readonly score: number
}

/** From a core's rectangle to the letters': the detector learned to paint letters shrunk by a share of their height. */
const lettersAround = (core: TurnedRect): TurnedRect => {
  const grow = (core.width * core.height * parameters.growth) / (core.width + core.height)
  return grown(core, grow, grow)
}

/** Level, unless a turned rectangle fits clearly better. */
function rectOf(hull: Points): TurnedRect {
  const level = lettersAround(rectAround(hull, 0))
  const turned = lettersAround(leastRect(hull))
  if (Math.abs(turned.angle) < parameters.levelAngle) return level
  return turned.width * turned.height < 0.9 * level.width * level.height ? turned : level
}

/** Whether two pieces stand on one line, one after the other, with no more than a wide space between them. */
function onOneLine(a: TurnedRect, b: TurnedRect): boolean {
  const long = a.width >= b.width ? a : b
  const short = long === a ? b : a
  const short1 = short.width < 2.5 * short.height
  const turn = Math.abs(((a.angle - b.angle + 270) % 180) - 90)
  if (!short1 && turn > 10) return false
  const { ux, uy } = axesOf(long.angle)
  const dx = short.cx - long.cx
  const dy = short.cy - long.cy
  const u = Math.abs(dx * ux + dy * uy)
  const v = Math.abs(dy * ux - dx * uy)
  const least = Math.min(a.height, b.height)
  const most = Math.max(a.height, b.height)
  const overlap = (a.height + b.height) / 2 - v
  const gap = u - (a.width + b.width) / 2
  return least >= 0.7 * most && overlap >= 0.6 * least && gap <= parameters.wordGap * least && gap >= -0.8 * least
}

/** Joins the words of a line. */
export function linesOf(cores: readonly Core[]): readonly FoundLine[] {
  const lines: FoundLine[] = cores.map(({ hull, score }) => ({ hull, score, rect: rectOf(hull) }))
  for (let i = 0; i < lines.length; i++) {
    for (let j = 0; j < lines.length; j++) {
      if (i === j || !onOneLine(lines[i]!.rect, lines[j]!.rect)) continue
      const hull = hullOf([...lines[i]!.hull, ...lines[j]!.hull])
      lines[i] = { hull, score: Math.max(lines[i]!.score, lines[j]!.score), rect: rectOf(hull) }
      lines.splice(j, 1)
      if (j < i) i--
      j = -1
    }
  }
  return lines
}
