import type { PerformanceFieldsFragment } from '../generated/graphql'

type Trend = PerformanceFieldsFragment['processes'][number]
type Point = { readonly at: number } & Readonly<Record<string, number | null>>

/**
 * The trends of several processes as the steps of one chart.
 * @param steps beginnings of all steps, milliseconds since 1970
 * @param of what of a sample is shown
 * @returns the value of the nth trend under `p<n>`: an id may hold dots, which charts take for paths
 */
export function processPoints(
  steps: readonly number[],
  trends: readonly Trend[],
  of: (sample: Trend['points'][number]) => number,
): readonly Point[] {
  const values = trends.map(({ points }, index) => ({
    key: `p${index}`,
    at: new Map(points.map((point) => [Date.parse(point.at), of(point)])),
  }))
  return steps.map((at) => ({ at, ...Object.fromEntries(values.map((one) => [one.key, one.at.get(at) ?? null])) }))
}
