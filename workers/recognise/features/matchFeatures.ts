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
/** The first 32 bits decide for most pairs: so many may differ. A same patch differs in more about once in fifty. */
const mostOfFirst = 9

/** How many bits of a 16-bit number are set. */
const bitCounts = countBits()

function countBits(): Uint8Array {
  const counts = new Uint8Array(1 << 16)
  for (let value = 1; value < counts.length; value++) counts[value] = counts[value >> 1]! + (value & 1)
  return counts
}

/** For each feature of `one` the most similar feature of `other`, where there is one similar enough. */
export function matchFeatures(one: Features, other: Features): readonly Match[] {
  const matches: Match[] = []
  const a = one.words
  const b = other.words
  const counts = bitCounts
  const firsts = new Int32Array(other.count)
  for (let j = 0; j < other.count; j++) firsts[j] = b[j * wordsPerFeature]!
  for (let i = 0; i < one.count; i++) {
    const p = i * wordsPerFeature
    const first = a[p]!
    let best = mostDistance + 1
    let bestAt = -1
    for (let j = 0; j < firsts.length; j++) {
      const differ = first ^ firsts[j]!
      let distance = counts[differ & 0xffff]! + counts[differ >>> 16]!
      if (distance > mostOfFirst) continue
      const q = j * wordsPerFeature
      for (let w = 1; w < wordsPerFeature && distance < best; w++) {
        const different = a[p + w]! ^ b[q + w]!
        distance += counts[different & 0xffff]! + counts[different >>> 16]!
      }
      if (distance < best) {
        best = distance
        bestAt = j
      }
    }
    if (bestAt >= 0) matches.push({ of: i, with: bestAt, distance: best })
  }
  return matches.sort((m, n) => m.distance - n.distance)
}
