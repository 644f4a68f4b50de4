/** Shares things out into at most `count` heaps of like weight: the heaviest first, each to the heap that is lightest then. No heap is empty. */
export function sharedOut<T>(
  things: readonly T[],
  count: number,
  weightOf: (thing: T) => number,
): readonly (readonly T[])[] {
  const heaps = Array.from({ length: Math.min(count, things.length) }, () => ({ weight: 0, things: [] as T[] }))
  for (const thing of things.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    const lightest = heaps.reduce((a, b) => (b.weight < a.weight ? b : a))
    lightest.things.push(thing)
    lightest.weight += weightOf(thing)
  }
  return heaps.map((heap) => heap.things)
}
