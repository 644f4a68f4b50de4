import { wordsPerFeature } from '#workers/recognise/features/binaryPattern'
import type { Features } from '#workers/recognise/features/features'

/** Words of a corner's description that it is looked up by: of the same corner at least one is the same bit for bit, three times in four. */
const keysPerCorner = 4
/** Corners of a picture that are looked up, drawn evenly from all. */
const mostCorners = 200
/** A word that stands in the index more often than this says nothing: flat ground. */
const mostAlike = 400
/** Bits of a posting that check the word; the others name the picture. */
const checkBits = 12
const [leastBucketBits, mostBucketBits] = [10, 20] as const

/** What a picture's corners are looked up by: `keysPerCorner` words each. Changing it changes what is stored: raise `featureKind.version`. */
export function cornerKeys({ count, words }: Features): Int32Array {
  const step = Math.max(1, count / mostCorners)
  const kept = Math.min(count, mostCorners)
  const keys = new Int32Array(kept * keysPerCorner)
  for (let k = 0; k < kept; k++) {
    const from = Math.floor(k * step) * wordsPerFeature
    keys.set(words.subarray(from, from + keysPerCorner), k * keysPerCorner)
  }
  return keys
}

/** A picture with `cornerKeys`. */
export interface KeyedPicture {
  readonly id: string
  readonly keys: Int32Array
}

/** A picture that has some corners of an upload, wherever they stand in it. */
export interface CornerCandidate {
  readonly id: string
  /** How many corners they share; one that many pictures have counts less. It ranks; it decides nothing. */
  readonly votes: number
}

/**
 * Finds pictures by their corners: hashing by parts of the description (P. Indyk & R. Motwani, 1998). Crops, frames and words that change what
 * a picture looks like from afar leave many of its corners as they were. Some 3 kB a picture; a search looks at what shares a word alone.
 */
export class CornerIndex {
  readonly #ids: readonly string[]
  readonly #tables: readonly Table[]

  constructor(pictures: readonly KeyedPicture[]) {
    this.#ids = pictures.map(({ id }) => id)
    this.#tables = Array.from({ length: keysPerCorner }, (_, which) => tableOf(pictures, which))
  }

  get size(): number {
    return this.#ids.length
  }

  /** The `count` pictures that share most with these corners, first the one with most votes. */
  search({ count: corners, words }: Features, count: number): readonly CornerCandidate[] {
    const votes = new Float32Array(this.#ids.length)
    const lastVoter = new Int32Array(this.#ids.length).fill(-1)
    for (let corner = 0; corner < corners; corner++) {
      for (const [which, table] of this.#tables.entries()) {
        visit(table, words[corner * wordsPerFeature + which]!, (picture, share) => {
          // With several words the same it is the same corner.
          if (lastVoter[picture] === corner) return
          lastVoter[picture] = corner
          votes[picture]! += share
        })
      }
    }
    const found: CornerCandidate[] = []
    for (let k = 0; k < votes.length; k++) if (votes[k]! > 0) found.push({ id: this.#ids[k]!, votes: votes[k]! })
    return found.sort((a, b) => b.votes - a.votes).slice(0, count)
  }
}

/** Postings of bucket b are those from `starts[b]` to `starts[b + 1]`. */
interface Table {
  readonly bucketBits: number
  readonly starts: Uint32Array
  /** Picture, then `checkBits` of the word's hash. */
  readonly postings: Uint32Array
}

const hashOf = (word: number): number => Math.imul(word ^ (word >>> 15), 0x9e3779b1) >>> 0
const bucketOf = (hash: number, bits: number): number => hash >>> (32 - bits)
const checkOf = (hash: number, bits: number): number => (hash >>> (32 - bits - checkBits)) & ((1 << checkBits) - 1)

function tableOf(pictures: readonly KeyedPicture[], which: number): Table {
  const size = pictures.reduce((sum, { keys }) => sum + keys.length / keysPerCorner, 0)
  const bucketBits = Math.max(leastBucketBits, Math.min(mostBucketBits, Math.ceil(Math.log2(size + 1))))
  const starts = new Uint32Array((1 << bucketBits) + 1)
  for (const { keys } of pictures) {
    for (let k = which; k < keys.length; k += keysPerCorner) starts[bucketOf(hashOf(keys[k]!), bucketBits) + 1]!++
  }
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!
  const next = starts.slice()
  const postings = new Uint32Array(size)
  for (const [picture, { keys }] of pictures.entries()) {
    for (let k = which; k < keys.length; k += keysPerCorner) {
      const hash = hashOf(keys[k]!)
      postings[next[bucketOf(hash, bucketBits)]!++] = ((picture << checkBits) | checkOf(hash, bucketBits)) >>> 0
    }
  }
  return { bucketBits, starts, postings }
}

/** Calls back for each posting of a word, with one by how many they are. */
function visit(
  { bucketBits, starts, postings }: Table,
  word: number,
  found: (picture: number, share: number) => void,
): void {
  const hash = hashOf(word)
  const bucket = bucketOf(hash, bucketBits)
  const check = checkOf(hash, bucketBits)
  const mask = (1 << checkBits) - 1
  const end = starts[bucket + 1]!
  let alike = 0
  for (let p = starts[bucket]!; p < end; p++) if ((postings[p]! & mask) === check) alike++
  if (alike === 0 || alike > mostAlike) return
  for (let p = starts[bucket]!; p < end; p++) {
    if ((postings[p]! & mask) === check) found(postings[p]! >>> checkBits, 1 / alike)
  }
}
