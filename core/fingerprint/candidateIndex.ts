import { fingerprintKind } from '#core/fingerprint/fingerprint'

/** One stored fingerprint. Several may belong to one picture: with its border and without, … */
export interface FingerprintRow {
  /** Of the template's picture. */
  readonly id: string
  readonly vector: Float32Array
}

/** A template that looks alike from afar, to be looked at closely. */
export interface Candidate {
  readonly id: string
  /** Likeness from afar, −1..1. It ranks; it decides nothing. */
  readonly likeness: number
  /** Index of the query that was most alike. */
  readonly query: number
}

const { length } = fingerprintKind
const cells = 12
const plane = cells * cells
/** Light in 6×6 and colour in 3×3 means: what the first pass compares. */
const coarseLength = 36 + 2 * 9
/** Rows per query that the second pass looks at. */
const shortlist = 160
/** Unit vectors of this length hardly have larger components. */
const byteScale = 127 / 0.3
/** The picture in 3×3 blocks; words may spoil four of them. */
const blocks = 9
const blocksThatCount = 5
/** Energy of a block (the whole is 1) under which its direction is noise. */
const blockFloor = 0.01

/**
 * Fingerprints in memory as bytes: about 490 bytes a row. Finds candidates in two passes over all rows, exactly enough for 50,000 rows
 * in some ten milliseconds; beyond that, ask the database's index for rows and rank those with `rank`.
 */
export class CandidateIndex {
  readonly #ids: readonly string[]
  readonly #vectors: Int8Array
  readonly #coarse: Float32Array

  constructor(rows: readonly FingerprintRow[]) {
    this.#ids = rows.map(({ id }) => id)
    this.#vectors = new Int8Array(rows.length * length)
    this.#coarse = new Float32Array(rows.length * coarseLength)
    for (const [row, { vector }] of rows.entries()) {
      for (let i = 0; i < length; i++) {
        this.#vectors[row * length + i] = Math.max(-127, Math.min(127, Math.round(vector[i]! * byteScale)))
      }
      this.#coarse.set(coarseOf(vector), row * coarseLength)
    }
  }

  get size(): number {
    return this.#ids.length
  }

  /** The `count` pictures that are most like any of the queries, most alike first. */
  search(queries: readonly Float32Array[], count: number): readonly Candidate[] {
    const best = new Map<string, Candidate>()
    for (const [query, vector] of queries.entries()) {
      for (const row of this.#nearest(coarseOf(vector))) {
        const likeness = likenessOf(vector, this.#vectors, row * length)
        const id = this.#ids[row]!
        if (likeness > (best.get(id)?.likeness ?? -1)) best.set(id, { id, likeness, query })
      }
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, count)
  }

  /** The rows of the first pass. */
  #nearest(query: Float32Array): Iterable<number> {
    const rows = this.#ids.length
    if (rows <= shortlist) return this.#ids.keys()
    const scores = new Float32Array(rows)
    const coarse = this.#coarse
    for (let row = 0, p = 0; row < rows; row++, p += coarseLength) {
      let sum = 0
      for (let i = 0; i < coarseLength; i++) sum += query[i]! * coarse[p + i]!
      scores[row] = sum
    }
    const least = Float32Array.from(scores).sort()[rows - shortlist]!
    const chosen: number[] = []
    for (let row = 0; row < rows; row++) if (scores[row]! >= least) chosen.push(row)
    return chosen
  }
}

/** Light: the cosine of all, and the mean cosine of the best five of nine blocks, half and half. Colour: as a whole. */
function likenessOf(query: Float32Array, rows: Int8Array, at: number): number {
  const products = new Float64Array(blocks)
  const squaresQ = new Float64Array(blocks)
  const squaresR = new Float64Array(blocks)
  let light = 0
  for (let i = 0; i < plane; i++) {
    const q = query[i]!
    const r = rows[at + i]! / byteScale
    const block = blockOf[i]!
    light += q * r
    products[block]! += q * r
    squaresQ[block]! += q * q
    squaresR[block]! += r * r
  }
  let colour = 0
  for (let i = plane; i < length; i++) colour += (query[i]! * rows[at + i]!) / byteScale
  const cosines = products.map(
    (product, block) => product / Math.sqrt((squaresQ[block]! + blockFloor) * (squaresR[block]! + blockFloor)),
  )
  cosines.sort()
  let top = 0
  for (let k = blocks - blocksThatCount; k < blocks; k++) top += cosines[k]! / blocksThatCount
  return (light + 0.75 * top) / 2 + colour
}

const blockOf = Uint8Array.from(
  { length: plane },
  (_, cell) => Math.floor(cell / cells / 4) * 3 + Math.floor((cell % cells) / 4),
)

function coarseOf(vector: Float32Array): Float32Array {
  const result = new Float32Array(coarseLength)
  for (let i = 0; i < length; i++) {
    const cell = i % plane
    const y = Math.floor(cell / cells)
    const x = cell % cells
    if (i < plane) result[(y >> 1) * 6 + (x >> 1)]! += vector[i]! / 2
    else result[36 + (i < 2 * plane ? 0 : 9) + Math.floor(y / 4) * 3 + Math.floor(x / 4)]! += vector[i]! / 4
  }
  return result
}
