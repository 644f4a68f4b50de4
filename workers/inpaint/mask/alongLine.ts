import type { LineFrame } from '#workers/inpaint/lineFrame'

/** Cuts the line's length into pieces of about `length` pixels. */
export interface Columns {
  readonly count: number
  /** Which piece the pixel (`x`, `y`) of the patch stands over; those before and after the line belong to the first and last. */
  at(x: number, y: number): number
}

/** Pieces of one line; at least one, all equally long. */
export function columnsOf(frame: LineFrame, length: number): Columns {
  const count = Math.max(1, Math.ceil((2 * frame.halfWidth) / Math.max(1, length)))
  const size = (2 * frame.halfWidth) / count
  return {
    count,
    at(x, y) {
      const along = (x + 0.5 - frame.centreX) * frame.cos + (y + 0.5 - frame.centreY) * frame.sin + frame.halfWidth
      return Math.min(count - 1, Math.max(0, Math.floor(along / size)))
    },
  }
}
