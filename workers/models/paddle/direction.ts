import type { Reading } from '#workers/models/paddle/ctc'
import { parameters } from '#workers/models/paddle/parameters'
import { quarterTurned, type TurnedRect } from '#workers/models/paddle/turnedRect'

/** How much further a line's text is turned than the rectangle that was found, in degrees. */
type Turn = 0 | 90 | 180

/** Steeper rectangles may also be level lines that are higher than long: one letter, or a column of them. */
const steepAngle = 60

/** Fewer letters say nothing about the direction; digits neither: 0 and 8 look the same from all sides. */
const leastWord = 3

/** The same rectangle read from another side; its angle stays within (-180, 180]. */
export function turnedBy(rect: TurnedRect, turn: Turn): TurnedRect {
  if (turn === 90) return quarterTurned(rect)
  return turn === 180 ? { ...rect, angle: rect.angle <= 0 ? rect.angle + 180 : rect.angle - 180 } : rect
}

/**
 * A line as it was found or, when it is steep or that made little, though some, sense, from the side that makes the most.
 * @param asFound what it reads as it was found
 */
export async function readInBestDirection(
  rect: TurnedRect,
  asFound: Reading,
  read: (rect: TurnedRect) => Promise<Reading>,
): Promise<Reading & { readonly turn: Turn }> {
  let best: Reading & { readonly turn: Turn } = { ...asFound, turn: 0 }
  const isSteep = Math.abs(rect.angle) > steepAngle
  if (!isSteep && (best.confidence >= parameters.doubtful || best.confidence < parameters.hopeless)) return best
  for (const turn of isSteep ? ([180, 90] as const) : ([180] as const)) {
    const reading = await read(turnedBy(rect, turn))
    const isWord = (reading.text.match(/\p{L}/gu)?.length ?? 0) >= leastWord
    if (isWord && reading.confidence > Math.max(parameters.sure, best.confidence)) best = { ...reading, turn }
  }
  return best
}
