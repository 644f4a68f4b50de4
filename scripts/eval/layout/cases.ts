import type { Mode } from '#core/mode'
import { mergeLines } from '#core/place/mergeLines'
import { placeCaptions } from '#core/place/placeCaptions'
import type { Placement, SaliencyGrid } from '#core/place/types'
import type { TextLine } from '#core/text'

/** A picture's size, and how its captions are placed. */
interface Case {
  readonly width: number
  readonly height: number
  readonly mode: Mode
  /** Lines of old words for `REPLACE_TEXT`: top and bottom, or small labels, some of them turned. */
  readonly old: 'edges' | 'labels'
}

const sizes = [
  [600, 500],
  [500, 600],
  [1024, 768],
  [480, 480],
  [800, 450],
  [360, 640],
  [1200, 400],
  [300, 300],
] as const
const kinds = [
  { mode: 'REPLACE_TEXT', old: 'edges' },
  { mode: 'OVERLAY', old: 'edges' },
  { mode: 'REPLACE_TEXT', old: 'labels' },
  { mode: 'CAPTION_BAR', old: 'edges' },
  { mode: 'AUTO', old: 'edges' },
] as const

/** Sizes and kinds have no common factor, so all pairs come up in turn. */
const caseOf = (row: number): Case => {
  const [width, height] = sizes[row % sizes.length]!
  return { width, height, ...kinds[row % kinds.length]! }
}

/** Numbers 0..1 that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

const line = (x: number, y: number, width: number, height: number, angle = 0): TextLine => ({
  text: 'old words',
  box: { x, y, width, height, angle },
  confidence: 1,
})

/** Where old words stood, as a text reader would have found them. */
function oldLines(count: number, old: Case['old'], next: () => number): readonly TextLine[] {
  if (old === 'edges' && count <= 2) {
    const lines = [line(0.1 + next() * 0.1, 0.03, 0.6 + next() * 0.2, 0.09), line(0.15, 0.86, 0.5 + next() * 0.3, 0.1)]
    return lines.slice(0, count)
  }
  const columns = count === 1 ? 1 : 2
  const rows = Math.ceil(count / columns)
  return Array.from({ length: count }, (_, index) => {
    const cell = { width: 1 / columns, height: 1 / rows }
    const width = cell.width * (0.4 + next() * 0.4)
    const height = Math.min(0.1, cell.height * 0.3) * (0.6 + next() * 0.4)
    const x = (index % columns) * cell.width + (cell.width - width) / 2
    const y = Math.floor(index / columns) * cell.height + (cell.height - height) / 2
    return line(x, y, width, height, next() < 0.3 ? next() * 30 - 15 : 0)
  })
}

/** Busy in the middle, as most pictures are. */
const saliency: SaliencyGrid = {
  columns: 8,
  rows: 8,
  values: Array.from({ length: 64 }, (_, cell) => {
    const distance = Math.hypot((cell % 8) - 3.5, Math.floor(cell / 8) - 3.5)
    return Math.max(0, 0.8 - distance / 6)
  }),
}

/**
 * A placement as the worker would make it for a row of captions: pictures of usual and extreme shapes, all modes, old words at the
 * edges and on labels, in turn.
 * @throws AppError as `placeCaptions` does
 */
export function placementFor(captions: readonly string[], row: number): Placement {
  const { width, height, mode, old } = caseOf(row)
  const lines = mode === 'REPLACE_TEXT' ? oldLines(captions.length, old, random(row)) : []
  const regions = mergeLines(lines, width, height)
  return placeCaptions({ regions, kept: [], captions, mode, width, height, saliency })
}
