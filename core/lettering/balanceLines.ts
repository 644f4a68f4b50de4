/** A piece of text as wide as it is on a line, and as wide when the line ends after it (its spaces hang). Any unit. */
export interface PieceWidth {
  readonly full: number
  readonly visible: number
  /** A line feed follows. */
  readonly ends: boolean
}

/** Lines that a width needs when each is filled before the next begins: no other way needs fewer. Infinity when a piece is wider. */
export function linesNeeded(pieces: readonly PieceWidth[], width: number): number {
  let lines = 0
  let used = 0
  let open = false
  for (const piece of pieces) {
    if (piece.visible > width) return Number.POSITIVE_INFINITY
    if (!open || used + piece.visible > width) {
      lines += 1
      used = 0
    }
    used += piece.full
    open = !piece.ends
  }
  return lines
}

/** The least width, to 0.1 %, at which the pieces stand on at most `lines` lines; Infinity when line feeds alone make more. */
export function leastWidth(pieces: readonly PieceWidth[], lines: number): number {
  let low = Math.max(0, ...pieces.map((piece) => piece.visible))
  let high = pieces.reduce((sum, piece) => sum + piece.full, 0)
  if (linesNeeded(pieces, high) > lines) return Number.POSITIVE_INFINITY
  if (linesNeeded(pieces, low) <= lines) return low
  while (high - low > high * 0.001) {
    const middle = (low + high) / 2
    if (linesNeeded(pieces, middle) <= lines) high = middle
    else low = middle
  }
  return high
}

/**
 * Breaks pieces into at most `lines` lines no wider than `width`, as even as can be: the least sum of squared widths, found
 * by dynamic programming as in Knuth and Plass, "Breaking Paragraphs into Lines" (1981).
 * @returns for each line the index after its last piece; null when they do not fit.
 */
export function balanceLines(pieces: readonly PieceWidth[], width: number, lines: number): readonly number[] | null {
  const count = pieces.length
  let costs: number[] = new Array(count + 1).fill(Number.POSITIVE_INFINITY)
  costs[0] = 0
  const origins: Int32Array[] = []
  // More lines always give a smaller sum of squares: of the numbers of lines that fit, the first is meant.
  while (costs[count] === Number.POSITIVE_INFINITY) {
    if (origins.length === lines) return null
    const next: number[] = new Array(count + 1).fill(Number.POSITIVE_INFINITY)
    const origin = new Int32Array(count + 1).fill(-1)
    for (let start = 0; start < count; start++) {
      if (costs[start] === Number.POSITIVE_INFINITY) continue
      let used = 0
      for (let end = start; end < count; end++) {
        const piece = pieces[end]!
        const lineWidth = used + piece.visible
        if (lineWidth > width) break
        const cost = costs[start]! + lineWidth * lineWidth
        if (cost < next[end + 1]!) {
          next[end + 1] = cost
          origin[end + 1] = start
        }
        if (piece.ends) break
        used += piece.full
      }
    }
    origins.push(origin)
    costs = next
  }
  const ends: number[] = []
  for (let end = count; end > 0; end = origins.pop()![end]!) ends.unshift(end)
  return ends
}
