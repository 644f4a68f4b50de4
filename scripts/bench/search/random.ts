/** Numbers that look random and are the same in every run. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number
  /** 0 ≤ n < `below`, whole. */
  below(below: number): number
  /** One of the list, the n-th as often as 1/(n + 10): Zipf's and Mandelbrot's law, as words of a language have it. */
  zipf<T>(list: readonly T[]): T
}

/** Without it the commonest word would stand in two of three templates. */
const SHIFT = 10

/** Mulberry32: good enough for made-up data, and the same everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (below) => Math.floor(next() * below),
    // The inverse of the sum of such shares, which grows with a logarithm.
    zipf: (list) => list[Math.floor(SHIFT * ((list.length + SHIFT) / SHIFT) ** next() - SHIFT)]!,
  }
}
