import { type Candidate, CandidateIndex, type FingerprintRow } from '#core/fingerprint/candidateIndex'

/**
 * Fingerprints in memory that can change: a large index that stays, a small one of what came since, and the names of what went. Building the large one
 * anew for every new template would hold a worker up for a third of a second at 20,000.
 */
export class GalleryIndex {
  readonly #all: CandidateIndex
  readonly #recent: CandidateIndex
  readonly #recentRows: readonly FingerprintRow[]
  /** Pictures whose rows in the large index do not count any more. */
  readonly #gone: ReadonlySet<string>

  constructor(
    all: CandidateIndex,
    recentRows: readonly FingerprintRow[] = [],
    gone: ReadonlySet<string> = new Set<string>(),
  ) {
    this.#all = all
    this.#recentRows = recentRows
    this.#recent = new CandidateIndex(recentRows)
    this.#gone = gone
  }

  /** Whether so much has changed that building it anew is worth it. */
  get isWorn(): boolean {
    return this.#recentRows.length + this.#gone.size > Math.max(500, this.#all.size / 8)
  }

  /**
   * The same with other rows for some pictures.
   * @param pictures that changed, came or went
   * @param rows all that they have now
   */
  changed(pictures: readonly string[], rows: readonly FingerprintRow[]): GalleryIndex {
    const touched = new Set(pictures)
    const others = this.#recentRows.filter(({ id }) => !touched.has(id))
    return new GalleryIndex(this.#all, [...others, ...rows], new Set([...this.#gone, ...pictures]))
  }

  /** The `count` pictures that are most like any of the queries, most alike first. */
  search(queries: readonly Float32Array[], count: number): readonly Candidate[] {
    const still = this.#all.search(queries, count + this.#gone.size).filter(({ id }) => !this.#gone.has(id))
    return [...still, ...this.#recent.search(queries, count)].sort((a, b) => b.likeness - a.likeness).slice(0, count)
  }
}
