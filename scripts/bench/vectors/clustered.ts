import { seededRandom } from '#scripts/bench/search/random'

/** What a set of made-up vectors is like. */
export interface VectorKind {
  readonly length: number
  /** How many directions the vectors really vary in: neighbouring cells of a picture are alike, so far fewer than its numbers. */
  readonly rank: number
  /** Groups of things that are alike … */
  readonly clusters: number
  /** … and how far their members lie from the middle, where groups lie 1 apart. */
  readonly spread: number
  /** How much all have in common: CLIP's vectors lie in a narrow cone. */
  readonly common: number
}

/** Makes vectors of length 1 that lie in groups, some near copies of one another, as pictures' vectors do; pure noise would be too hard, and too easy, at once. */
export function clusteredVectors({ length, rank, clusters, spread, common }: VectorKind, seed: number) {
  const { next: random, below } = seededRandom(seed)
  const bell = () => random() + random() + random() + random() - 2
  const noise = (count: number, size: number) => Float32Array.from({ length: count }, () => size * bell())
  const directions = Array.from({ length: rank }, () => noise(length, 1 / Math.sqrt(length)))
  const shared = noise(length, common / Math.sqrt(length))
  const middles = Array.from({ length: clusters }, () => noise(rank, 1))

  function placed(weights: Float32Array, grain: number): Float32Array {
    const vector = shared.slice()
    for (const [k, direction] of directions.entries()) {
      const weight = weights[k]! / Math.sqrt(rank)
      for (let i = 0; i < length; i++) vector[i]! += weight * direction[i]!
    }
    let sum = 0
    for (let i = 0; i < length; i++) {
      vector[i]! += (grain * bell()) / Math.sqrt(length)
      sum += vector[i]! ** 2
    }
    return vector.map((value) => value / Math.sqrt(sum))
  }
  return {
    /** The next vector. */
    next(): Float32Array {
      const middle = middles[below(clusters)]!
      return placed(
        middle.map((value) => value + spread * bell()),
        0.1,
      )
    },
    /** What an upload's vector is to the template's: the same with something in the way. */
    disturbed(vector: Float32Array, size: number): Float32Array {
      const change = noise(length, size / Math.sqrt(length))
      const changed = vector.map((value, i) => value + change[i]!)
      const total = Math.hypot(...changed)
      return changed.map((value) => value / total)
    },
  }
}
