/** One way of finding things: hits from the best on. */
export interface RankedHits {
  readonly reason: string
  /** Its say in the fused order. */
  readonly weight: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** Hits with less than this share of the best one's score are noise. */
  readonly keepAbove: number
}

/** One thing that was found, with all ways (`reasons`) that found it; scores rank within one answer only. */
export interface FusedHit {
  readonly id: string
  readonly score: number
  readonly reasons: readonly string[]
}

/** Ranks below the first tens hardly count (Cormack, Clarke, Büttcher 2009: Reciprocal Rank Fusion). */
const RRF_K = 60
/** What has less than this share of the best fused score was found by accident. */
const KEEP_ABOVE = 0.35

/**
 * Fuses ranked lists whose scores cannot be compared, by rank. Cut-offs are relative to each list's best and to the best of the whole, so that
 * a search for nonsense gets few or no results and a good one is not cut by a number that suits another.
 */
export function fuseRanks(lists: readonly RankedHits[]): FusedHit[] {
  const fused = new Map<string, { score: number; reasons: string[] }>()
  for (const { reason, weight, hits, keepAbove } of lists) {
    const best = hits[0]?.score ?? 0
    hits
      .filter(({ score }) => score >= keepAbove * best)
      .forEach(({ id }, rank) => {
        const hit = fused.get(id) ?? { score: 0, reasons: [] }
        hit.score += weight / (RRF_K + rank + 1)
        if (!hit.reasons.includes(reason)) hit.reasons.push(reason)
        fused.set(id, hit)
      })
  }
  const sorted = [...fused].map(([id, hit]) => ({ id, ...hit })).sort((a, b) => b.score - a.score)
  const best = sorted[0]?.score ?? 0
  return sorted.filter(({ score }) => score >= KEEP_ABOVE * best)
}
