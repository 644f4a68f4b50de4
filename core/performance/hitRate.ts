/** Hits of all questions, 0..1; null when nothing was asked. */
export const hitRate = ({ hits, misses }: { readonly hits: number; readonly misses: number }): number | null =>
  hits + misses === 0 ? null : hits / (hits + misses)
