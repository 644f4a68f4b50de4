/** Pieces of a mask that hang together over edges and corners. Piece `k` (1-based in `labels`) has its figures at index `k`. */
export interface Components {
  /** Per pixel: the piece's number, 0 outside the mask. */
  readonly labels: Int32Array
  readonly count: number
  readonly area: Int32Array
}

/** Finds the pieces by flooding: `mask` is 1 inside. */
export function components(mask: Uint8Array, width: number, height: number): Components {
  const labels = new Int32Array(mask.length)
  const stack = new Int32Array(mask.length)
  const areas: number[] = [0]
  let count = 0
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || labels[start] !== 0) continue
    count++
    let area = 0
    let depth = 0
    labels[start] = count
    stack[depth++] = start
    while (depth > 0) {
      const i = stack[--depth]!
      area++
      const x = i % width
      const y = (i - x) / width
      const left = x > 0 ? -1 : 0
      const right = x < width - 1 ? 1 : 0
      for (let dy = y > 0 ? -1 : 0; dy <= (y < height - 1 ? 1 : 0); dy++) {
        for (let dx = left; dx <= right; dx++) {
          const j = i + dy * width + dx
          if (mask[j] === 0 || labels[j] !== 0) continue
          labels[j] = count
          stack[depth++] = j
        }
      }
    }
    areas.push(area)
  }
  return { labels, count, area: Int32Array.from(areas) }
}
