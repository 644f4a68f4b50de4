import { hitRate } from '#core/performance/hitRate'
import type { PerformanceFieldsFragment } from '../generated/graphql'

type Cache = Pick<PerformanceFieldsFragment['caches'][number], 'points'>
type Point = { readonly at: number } & Readonly<Record<string, number | null>>

/**
 * Hit rates of several caches as the steps of one chart.
 * @param steps beginnings of all steps, milliseconds since 1970
 * @returns the rate of the nth cache under `c<n>`, 0..1; null where it was not asked
 */
export function cachePoints(steps: readonly number[], caches: readonly Cache[]): readonly Point[] {
  const rates = caches.map(({ points }) => new Map(points.map((point) => [Date.parse(point.at), hitRate(point)])))
  return steps.map((at) => ({
    at,
    ...Object.fromEntries(rates.map((rate, index) => [`c${index}`, rate.get(at) ?? null])),
  }))
}
