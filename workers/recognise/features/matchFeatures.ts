import { wordsPerFeature } from '#workers/recognise/features/binaryPattern'
import type { Features } from '#workers/recognise/features/features'

/** Pairs of features that look alike, most alike first: indexes into both. */
export interface Match {
  readonly of: number
  readonly with: number
  /** Bits that differ, of 256. Unrelated patches differ by about 128. */
  readonly distance: number
}

/** Patches that differ in more bits than this are not the same. */
const mostDistance = 68
/** The first quarter of the words decides for most pairs: fewer than this many of 64 bits may differ. */
const mostEarly = 24

function bitCount(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * For each feature of `one` the most similar feature of `other`, where there is one similar enough.
 * @param coarse compare the coarse ones only: a tenth of the work
 */
export function matchFeatures(one: Features, other: Features, coarse = false): readonly Match[] {
  const countOne = coarse ? one.coarseCount : one.count
  const countOther = coarse ? other.coarseCount : other.count
  const matches: Match[] = []
  const a = one.words
  const b = other.words
  for (let i = 0; i < countOne; i++) {
    const p = i * wordsPerFeature
    const a0 = a[p]!
    const a1 = a[p + 1]!
    let best = mostDistance + 1
    let bestAt = -1
    for (let j = 0, q = 0; j < countOther; j++, q += wordsPerFeature) {
      let distance = bitCount(a0 ^ b[q]!) + bitCount(a1 ^ b[q + 1]!)
      if (distance >= mostEarly) continue
      for (let w = 2; w < wordsPerFeature && distance < best; w++) distance += bitCount(a[p + w]! ^ b[q + w]!)
      if (distance < best) {
        best = distance
        bestAt = j
      }
    }
    if (bestAt >= 0) matches.push({ of: i, with: bestAt, distance: best })
  }
  return matches.sort((m, n) => m.distance - n.distance)
}
