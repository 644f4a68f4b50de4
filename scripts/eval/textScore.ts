import type { LabelledPicture, RectanglePx } from '#scripts/eval/dataset'
import { comparable, editDistance } from '#scripts/eval/textDistance'

/** A line that was read, with the upright rectangle around it. */
export interface ReadLine {
  readonly text: string
  readonly box: RectanglePx
}

/** One page's share of the figures. */
export interface PageScore {
  /** Labelled lines that have a place, and how many of them were found. */
  readonly labelled: number
  readonly hits: number
  /** Lines found that count for precision: on pages whose own picture has text, only the hits. */
  readonly found: number
  readonly edits: number
  readonly characters: number
  /** Indexes into the labelled lines that were missed, and into the read lines that are false alarms. */
  readonly missed: readonly number[]
  readonly falseAlarms: readonly number[]
}

const intersection = (a: RectanglePx, b: RectanglePx): number => {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1])
  return width > 0 && height > 0 ? width * height : 0
}
const area = (box: RectanglePx) => box[2] * box[3]

/** Intersection over union, 0..1. */
export const overlap = (a: RectanglePx, b: RectanglePx): number => {
  const both = intersection(a, b)
  return both === 0 ? 0 : both / (area(a) + area(b) - both)
}

const labelledLines = (picture: LabelledPicture) =>
  picture.captions.flatMap(({ lines }) => lines).filter(({ text }) => text.trim() !== '')

/** The best pairs first, each line at most once. */
function matchGreedily(
  labels: readonly (RectanglePx | null)[],
  read: readonly ReadLine[],
): ReadonlyMap<number, number> {
  const pairs = read.flatMap((line, found) =>
    labels.map((label, index) => ({ found, index, iou: label === null ? 0 : overlap(line.box, label) })),
  )
  const matches = new Map<number, number>()
  const taken = new Set<number>()
  for (const { found, index, iou } of pairs.sort((a, b) => b.iou - a.iou)) {
    if (iou < 0.5 || matches.has(found) || taken.has(index)) continue
    matches.set(found, index)
    taken.add(index)
  }
  return matches
}

/**
 * Scores what was read on one page, as the test data's README says. For the text, each line read goes where the label
 * stands that covers it most, so that the order of captions side by side does not matter; on pages without places the
 * lines stay in the order in which they were read.
 */
export function scorePage(picture: LabelledPicture, read: readonly ReadLine[]): PageScore {
  const lines = labelledLines(picture)
  const labels = lines.map(({ box }) => box)
  const matches = matchGreedily(labels, read)
  const isOther = ({ text, box }: ReadLine) =>
    picture.other_text.some((other) =>
      other.box === null
        ? comparable(text) === comparable(other.text)
        : intersection(box, other.box) >= 0.5 * Math.min(area(box), area(other.box)),
    )
  const placed = labels.some((label) => label !== null)
  const order = read.flatMap((line, found) => {
    const matched = matches.get(found)
    if (matched !== undefined) return [{ line, found, at: matched }]
    if (isOther(line)) return []
    if (!placed) return [{ line, found, at: picture.template_text ? -1 : found }]
    const shares = labels.map((label) => (label === null ? 0 : intersection(line.box, label) / area(line.box)))
    const best = Math.max(0, ...shares)
    if (best >= 0.3) return [{ line, found, at: shares.indexOf(best) }]
    return [{ line, found, at: picture.template_text ? -1 : lines.length }]
  })
  const text = order
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || a.line.box[0] - b.line.box[0])
    .map(({ line }) => line.text)
  const reference = comparable(lines.map((line) => line.text).join(' '))
  const hits = matches.size
  const found = new Set(matches.values())
  const falseAlarms = order.flatMap(({ found: index }) => (matches.has(index) ? [] : [index]))
  return {
    labelled: labels.filter((label) => label !== null).length,
    hits,
    found: picture.template_text || (!placed && lines.length > 0) ? 0 : hits + falseAlarms.length,
    edits: editDistance(comparable(text.join(' ')), reference),
    characters: [...reference].length,
    missed: labels.flatMap((label, index) => (label !== null && !found.has(index) ? [index] : [])),
    falseAlarms,
  }
}

/** The lines whose place the label knows. */
export const linesWithPlace = labelledLines
