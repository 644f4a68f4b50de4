import { type BoxPx, fromPx, toPx } from '../box'
import type { TextLine, TextRegion } from '../text'

/** A line in pixels, seen in a frame that is turned so that the line lies level. */
interface Level {
  readonly line: TextLine
  readonly box: BoxPx
  readonly x: number
  readonly y: number
}

/** Lines that differ more in direction do not belong together. */
const sameAngleDegrees = 12
/** Heights of tight boxes differ with their letters: "sea" and "Try" are the same size. */
const sameHeightRatio = 1.9
/** The parts of one line differ less. */
const sameLineRatio = 1.4
/** Between the lines of one caption, and between the parts of one line, in line heights. */
const lineGap = 0.8
const wordGap = 1.1
/** Smaller turns are the camera's or the recogniser's. */
const levelDegrees = 3

function level(line: TextLine, width: number, height: number): Level {
  const box = toPx(line.box, width, height)
  return { line, box, x: box.xPx + box.widthPx / 2, y: box.yPx + box.heightPx / 2 }
}

/** Turns a difference of positions back by an angle: along the lines, and across them. */
function alongAndAcross(dx: number, dy: number, degrees: number): readonly [number, number] {
  const radians = (degrees * Math.PI) / 180
  return [dx * Math.cos(radians) + dy * Math.sin(radians), -dx * Math.sin(radians) + dy * Math.cos(radians)]
}

function belongTogether(one: Level, other: Level): boolean {
  if (Math.abs(one.box.angle - other.box.angle) > sameAngleDegrees) return false
  const [low, high] = [one.box.heightPx, other.box.heightPx].sort((a, b) => a - b) as [number, number]
  if (high > low * sameHeightRatio) return false
  const [along, across] = alongAndAcross(other.x - one.x, other.y - one.y, (one.box.angle + other.box.angle) / 2)
  const gapAlong = Math.abs(along) - (one.box.widthPx + other.box.widthPx) / 2
  const gapAcross = Math.abs(across) - (one.box.heightPx + other.box.heightPx) / 2
  const narrower = Math.min(one.box.widthPx, other.box.widthPx)
  const sameColumn = -gapAlong > narrower * 0.3
  const sameRow = -gapAcross > low * 0.5 && high <= low * sameLineRatio
  return (sameColumn && gapAcross < lineGap * ((low + high) / 2)) || (sameRow && gapAlong < wordGap * low)
}

/** Groups by "belongs together with any of the group", in the order of first members. */
function groups(levels: readonly Level[]): readonly (readonly Level[])[] {
  const open = [...levels]
  const found: Level[][] = []
  while (open.length > 0) {
    const group = [open.shift()!]
    for (let index = 0; index < group.length; index++) {
      for (let other = open.length - 1; other >= 0; other--) {
        if (belongTogether(group[index]!, open[other]!)) group.push(...open.splice(other, 1))
      }
    }
    found.push(group)
  }
  return found
}

/** Rows from top to bottom, and in a row from left to right: things are in one row when the middle of one is within the other. */
function inReadingOrder<Item>(items: readonly Item[], boxOf: (item: Item) => BoxPx): readonly (readonly Item[])[] {
  const rows: Item[][] = []
  for (const item of [...items].sort((a, b) => boxOf(a).yPx - boxOf(b).yPx)) {
    const box = boxOf(item)
    const row = rows.at(-1)
    const first = row?.[0] === undefined ? undefined : boxOf(row[0])
    const shared =
      first === undefined
        ? 0
        : Math.min(first.yPx + first.heightPx, box.yPx + box.heightPx) - Math.max(first.yPx, box.yPx)
    if (row !== undefined && first !== undefined && shared > Math.min(first.heightPx, box.heightPx) * 0.5)
      row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => row.sort((a, b) => boxOf(a).xPx - boxOf(b).xPx))
}

/** A group's box, turned as its lines are: around all of them, tight. */
function boxAround(group: readonly Level[]): BoxPx {
  const length = group.reduce((sum, { box }) => sum + box.widthPx, 0)
  const mean = group.reduce((sum, { box }) => sum + box.angle * box.widthPx, 0) / Math.max(length, 1)
  const angle = Math.abs(mean) < levelDegrees ? 0 : mean
  const origin = group[0]!
  const spans = group.map((item) => {
    const [along, across] = alongAndAcross(item.x - origin.x, item.y - origin.y, angle)
    return { along, across, halfWidth: item.box.widthPx / 2, halfHeight: item.box.heightPx / 2 }
  })
  const left = Math.min(...spans.map((span) => span.along - span.halfWidth))
  const right = Math.max(...spans.map((span) => span.along + span.halfWidth))
  const top = Math.min(...spans.map((span) => span.across - span.halfHeight))
  const bottom = Math.max(...spans.map((span) => span.across + span.halfHeight))
  const [dx, dy] = alongAndAcross((left + right) / 2, (top + bottom) / 2, -angle)
  const [widthPx, heightPx] = [right - left, bottom - top]
  return { xPx: origin.x + dx - widthPx / 2, yPx: origin.y + dy - heightPx / 2, widthPx, heightPx, angle }
}

/**
 * Joins the lines that OCR read into captions: lines of one column, direction and letter size, less than 0.8 of a line apart.
 * Captions at top and bottom stay two, labels side by side as well.
 * @param width the picture's width in pixels; only its ratio to `height` matters.
 * @returns captions in reading order; their ids are their positions in it.
 */
export function mergeLines(lines: readonly TextLine[], width: number, height: number): readonly TextRegion[] {
  const merged = groups(lines.map((line) => level(line, width, height))).map((group) => {
    const rows = inReadingOrder(group, (item) => item.box)
    return {
      box: boxAround(group),
      text: rows.map((row) => row.map((item) => item.line.text).join(' ')).join('\n'),
      lines: rows.flat().map((item) => item.line),
    }
  })
  return inReadingOrder(merged, (region) => region.box)
    .flat()
    .map((region, index) => ({ ...region, id: String(index), box: fromPx(region.box, width, height) }))
}
