import type { BucketSeconds } from '#core/performance/bucketSeconds'
import { cutRange, type Span } from '#core/performance/cutRange'
import { percentilesOf } from '#core/performance/durationBuckets'
import { database } from '../database'
import { bucketsSql, countsSql, stepsOf } from './entries'
import type { PerformanceFilter } from './filter'
import { rolledUntil } from './rolledUntil'

/** One step of a chart. */
export interface SeriesPoint {
  /** When the step begins. */
  readonly at: Date
  readonly count: number
  readonly errors: number
  /** Done without failure per second. */
  readonly perSecond: number
  readonly cacheHits: number
  readonly cacheMisses: number
  /** Null where nothing was done. Within 2.5 %. */
  readonly p50Ms: number | null
  readonly p95Ms: number | null
  readonly p99Ms: number | null
  readonly meanMs: number | null
}

interface Counts {
  readonly step: number
  readonly count: number
  readonly errors: number
  readonly sum_ms: number
  readonly hits: number
  readonly misses: number
}

/**
 * How an operation did over a time, step by step, also through steps in which nothing was done.
 * @param filter whose `operation` is `job` unless it says otherwise
 */
export async function series(
  range: Span,
  filter: PerformanceFilter,
  seconds: BucketSeconds,
): Promise<readonly SeriesPoint[]> {
  const one = { ...filter, operation: filter.operation ?? 'job' }
  const cut = cutRange(range, await rolledUntil(), seconds * 1000)
  const step = stepsOf(seconds)
  const [counts, histograms] = await Promise.all([
    database().$queryRaw<Counts[]>`
      select step, sum(count)::float8 as count, coalesce(sum(count) filter (where error_code <> ''), 0)::float8 as errors,
        sum(sum_ms)::float8 as sum_ms, coalesce(sum(count) filter (where cache = 'hit'), 0)::float8 as hits,
        coalesce(sum(count) filter (where cache = 'miss'), 0)::float8 as misses
      from (${countsSql(cut, one, step)}) entry group by step`,
    database().$queryRaw<{ step: number; buckets: number[]; counts: number[] }[]>`
      select step, array_agg(b::int) as buckets, array_agg(n) as counts
      from (select step, b, sum(n)::float8 as n from (${bucketsSql(cut, one, step)}) entry group by step, b) merged group by step`,
  ])
  const countsAt = new Map(counts.map((row) => [row.step, row]))
  const percentilesAt = new Map(histograms.map((row) => [row.step, percentilesOf(row, [0.5, 0.95, 0.99])]))
  const points: SeriesPoint[] = []
  for (let at = Math.floor(range.from / 1000 / seconds) * seconds; at * 1000 < range.to; at += seconds) {
    const found = countsAt.get(at)
    const [p50Ms = null, p95Ms = null, p99Ms = null] = percentilesAt.get(at) ?? []
    // The first and the last step may lie in the time in part only.
    const measuredMs = Math.min((at + seconds) * 1000, range.to) - Math.max(at * 1000, range.from)
    points.push({
      at: new Date(at * 1000),
      count: found?.count ?? 0,
      errors: found?.errors ?? 0,
      perSecond: found ? ((found.count - found.errors) / measuredMs) * 1000 : 0,
      cacheHits: found?.hits ?? 0,
      cacheMisses: found?.misses ?? 0,
      p50Ms,
      p95Ms,
      p99Ms,
      meanMs: found ? found.sum_ms / found.count : null,
    })
  }
  return points
}
