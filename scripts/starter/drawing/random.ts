/** Numbers 0..1 that look random and are the same in every run (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` things, each made from its index and numbers of a seed. */
export function scattered(count: number, seed: number, draw: (next: () => number, index: number) => string): string {
  const next = randomFrom(seed)
  return Array.from({ length: count }, (_, index) => draw(next, index)).join('')
}
