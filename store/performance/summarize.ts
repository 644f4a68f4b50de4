import { type CutRange, cutRange, type Span } from '#core/performance/cutRange'
import { percentilesOf } from '#core/performance/durationBuckets'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { bucketsSql, countsSql } from './entries'
import { filterSql, type PerformanceFilter, rowColumns, rowsIn } from './filter'
import { rolledUntil } from './rolledUntil'

/** How long an operation took in a time, in milliseconds, and how it ended. Failures count in all figures. */
export interface OperationSummary {
  /** A stage, or `job` for whole jobs. */
  readonly operation: string
  readonly count: number
  readonly errors: number
  /** 0..1 */
  readonly errorRate: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly meanMs: number
  readonly maxMs: number
  readonly cacheHits: number
  readonly cacheMisses: number
  /** What the hits saved: their number times how much longer a miss took in the mean. Null while there were not both. */
  readonly savedMs: number | null
}

/** A time's figures per operation. */
export interface Summary {
  /** true: percentiles are exact. false: they are within 2.5 %, from sums. */
  readonly exact: boolean
  readonly operations: readonly OperationSummary[]
}

interface Counts {
  readonly operation: string
  readonly count: number
  readonly errors: number
  readonly sum_ms: number
  readonly max_ms: number
  readonly hits: number
  readonly misses: number
  readonly hit_ms: number | null
  readonly miss_ms: number | null
}

/** How many rows a time has, whatever is asked of them: they are read by time, and then filtered. */
async function rowsOf(cut: CutRange): Promise<number> {
  const [row] = await database().$queryRaw<{ rows: number }[]>`
    select coalesce(sum(count), 0)::float8 as rows from (${countsSql(cut, {})}) entry`
  return row!.rows
}

type Percentiles = ReadonlyMap<string, readonly number[]>

const shares = [0.5, 0.95, 0.99] as const

/** Percentiles of so many rows are read from the rows: in 50 ms, as measured (docs/benchmarks.md). */
const MOST_EXACT = 20_000

async function exactPercentiles(range: Span, filter: PerformanceFilter): Promise<Percentiles> {
  const rows = await database().$queryRaw<{ operation: string; found: number[] }[]>`
    select operation, percentile_cont(${[...shares]}::float8[]) within group (order by duration_ms) as found
    from stage_row where ${rowsIn([range])} and ${filterSql(filter, rowColumns)} group by operation`
  return new Map(rows.map(({ operation, found }) => [operation, found]))
}

async function mergedPercentiles(entries: Prisma.Sql): Promise<Percentiles> {
  const rows = await database().$queryRaw<{ operation: string; buckets: number[]; counts: number[] }[]>`
    select operation, array_agg(b::int) as buckets, array_agg(n) as counts
    from (select operation, b, sum(n)::float8 as n from (${entries}) entry group by operation, b) merged group by operation`
  return new Map(rows.map(({ operation, ...histogram }) => [operation, percentilesOf(histogram, shares) ?? []]))
}

/**
 * Figures of every operation in a time. Percentiles come from the rows themselves, or from histograms added up; never from other percentiles.
 * @param kept how long rows are kept (milliseconds): before that only sums are there
 */
export async function summarize(range: Span, filter: PerformanceFilter, kept: number): Promise<Summary> {
  const cut = cutRange(range, await rolledUntil())
  const counts = await database().$queryRaw<Counts[]>`
    select operation, sum(count)::float8 as count, coalesce(sum(count) filter (where error_code <> ''), 0)::float8 as errors,
      sum(sum_ms)::float8 as sum_ms, max(max_ms)::float8 as max_ms,
      coalesce(sum(count) filter (where cache = 'hit'), 0)::float8 as hits,
      coalesce(sum(count) filter (where cache = 'miss'), 0)::float8 as misses,
      (sum(sum_ms) filter (where cache = 'hit' and error_code = '') / sum(count) filter (where cache = 'hit' and error_code = ''))::float8 as hit_ms,
      (sum(sum_ms) filter (where cache = 'miss' and error_code = '') / sum(count) filter (where cache = 'miss' and error_code = ''))::float8 as miss_ms
    from (${countsSql(cut, filter)}) entry group by operation order by operation`
  const exact = range.from >= Date.now() - kept && (await rowsOf(cut)) <= MOST_EXACT
  const percentiles = exact ? await exactPercentiles(range, filter) : await mergedPercentiles(bucketsSql(cut, filter))
  return { exact, operations: counts.map((row) => summaryOf(row, percentiles.get(row.operation) ?? [])) }
}

function summaryOf(row: Counts, [p50Ms = 0, p95Ms = 0, p99Ms = 0]: readonly number[]): OperationSummary {
  const { operation, count, errors, hits, misses, hit_ms, miss_ms } = row
  return {
    operation,
    count,
    errors,
    errorRate: errors / count,
    p50Ms,
    p95Ms,
    p99Ms,
    meanMs: row.sum_ms / count,
    maxMs: row.max_ms,
    cacheHits: hits,
    cacheMisses: misses,
    savedMs: hit_ms === null || miss_ms === null ? null : Math.max(0, hits * (miss_ms - hit_ms)),
  }
}
