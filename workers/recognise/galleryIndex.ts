import { type Candidate, CandidateIndex, type FingerprintRow } from '#core/fingerprint/candidateIndex'
import { type CornerCandidate, CornerIndex, type KeyedPicture } from '#workers/recognise/features/cornerIndex'
import type { Features } from '#workers/recognise/features/features'

/** What pictures are found by. */
export interface GalleryRows {
  readonly fingerprints: readonly FingerprintRow[]
  readonly keys: readonly KeyedPicture[]
}

const nothing: GalleryRows = { fingerprints: [], keys: [] }

/**
 * Fingerprints and corners in memory that can change: large indexes that stay, small ones of what came since, and the names of what went. Building the
 * large ones anew for every new template would hold a worker up for half a second at 20,000.
 */
export class GalleryIndex {
  readonly #fingerprints: CandidateIndex
  readonly #corners: CornerIndex
  readonly #recent: GalleryRows
  readonly #recentFingerprints: CandidateIndex
  readonly #recentCorners: CornerIndex
  /** Pictures whose rows in the large indexes do not count any more. */
  readonly #gone: ReadonlySet<string>

  constructor(
    fingerprints: CandidateIndex,
    corners: CornerIndex,
    recent: GalleryRows = nothing,
    gone: ReadonlySet<string> = new Set<string>(),
  ) {
    this.#fingerprints = fingerprints
    this.#corners = corners
    this.#recent = recent
    this.#recentFingerprints = new CandidateIndex(recent.fingerprints)
    this.#recentCorners = new CornerIndex(recent.keys)
    this.#gone = gone
  }

  /** Whether so much has changed that building it anew is worth it. */
  get isWorn(): boolean {
    return this.#recent.fingerprints.length + this.#gone.size > Math.max(500, this.#fingerprints.size / 8)
  }

  /**
   * The same with other rows for some pictures.
   * @param pictures that changed, came or went
   * @param rows all that they have now
   */
  changed(pictures: readonly string[], rows: GalleryRows): GalleryIndex {
    const touched = new Set(pictures)
    const untouched = ({ id }: { readonly id: string }) => !touched.has(id)
    const recent = {
      fingerprints: [...this.#recent.fingerprints.filter(untouched), ...rows.fingerprints],
      keys: [...this.#recent.keys.filter(untouched), ...rows.keys],
    }
    return new GalleryIndex(this.#fingerprints, this.#corners, recent, new Set([...this.#gone, ...pictures]))
  }

  /** The `count` pictures that are most like any of the queries, most alike first. */
  search(queries: readonly Float32Array[], count: number): readonly Candidate[] {
    const still = this.#fingerprints.search(queries, count + this.#gone.size).filter(({ id }) => !this.#gone.has(id))
    return [...still, ...this.#recentFingerprints.search(queries, count)]
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, count)
  }

  /** The `count` pictures that share most with these corners, first the one with most votes. */
  sharing(corners: Features, count: number): readonly CornerCandidate[] {
    const still = this.#corners.search(corners, count + this.#gone.size).filter(({ id }) => !this.#gone.has(id))
    return [...still, ...this.#recentCorners.search(corners, count)].sort((a, b) => b.votes - a.votes).slice(0, count)
  }
}
