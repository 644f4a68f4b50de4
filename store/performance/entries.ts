import type { CutRange, Level } from '#core/performance/cutRange'
import { Prisma } from '../generated/prisma/client'
import { durationBucket, rowCache, rowErrorCode } from './durationBucket'
import { anyOf, filterSql, type PerformanceFilter, rowColumns, rowsIn, sumColumns, sumsIn } from './filter'

const levelsOf = (cut: CutRange): Prisma.Sql =>
  anyOf(
    (['day', 'hour', 'minute'] as const satisfies Level[]).flatMap((level) =>
      cut[level].length ? [sumsIn(level, cut[level])] : [],
    ),
  )

/**
 * Counts of a time, as a table in SQL: operation, cache, error_code, step, count, sum_ms, max_ms. Some of each key.
 * @param step what `step` is made of, for rows' `recorded_at` and sums' `bucket`
 */
export const countsSql = (cut: CutRange, filter: PerformanceFilter, step = noStep): Prisma.Sql => Prisma.sql`
  select operation, cache, error_code, ${step('bucket')} as step, count, sum_ms, max_ms from stage_rollup
  where ${levelsOf(cut)} and ${filterSql(filter, sumColumns)}
  union all
  select operation, ${rowCache}, ${rowErrorCode}, ${step('recorded_at')}, count(*), sum(duration_ms), max(duration_ms) from stage_row
  where ${rowsIn(cut.raw)} and ${filterSql(filter, rowColumns)} group by 1, 2, 3, 4`

/** Histograms of a time, as a table in SQL: operation, step, b, n. Some of each key. */
export const bucketsSql = (cut: CutRange, filter: PerformanceFilter, step = noStep): Prisma.Sql => Prisma.sql`
  select operation, ${step('bucket')} as step, entry.b, entry.n from stage_rollup, unnest(buckets, counts) as entry(b, n)
  where ${levelsOf(cut)} and ${filterSql(filter, sumColumns)}
  union all
  select operation, ${step('recorded_at')}, ${durationBucket}, count(*) from stage_row
  where ${rowsIn(cut.raw)} and ${filterSql(filter, rowColumns)} group by 1, 2, 3`

/** What steps a time is told in. */
export type Step = (column: 'bucket' | 'recorded_at') => Prisma.Sql

const noStep: Step = () => Prisma.sql`null::float8`

/** Steps of equal length, each named by the seconds since 1970 at which it begins. */
export const stepsOf =
  (seconds: number): Step =>
  (column) =>
    Prisma.raw(`(floor(extract(epoch from ${column}) / ${Math.round(seconds)}) * ${Math.round(seconds)})::float8`)

/** The moment at which each sum begins, in seconds since 1970. */
export const beginnings: Step = (column) => Prisma.raw(`extract(epoch from ${column})::float8`)
