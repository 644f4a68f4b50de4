import type { Level, Span } from '#core/performance/cutRange'
import { Prisma } from '../generated/prisma/client'
import { rowCache, rowDevice } from './durationBucket'

/** Which measurements are asked for; what is left out is not looked at. */
export interface PerformanceFilter {
  /** A stage, or `job`. */
  readonly operation?: string
  readonly workerId?: string
  /** As the worker names it: cpu, cuda, webgpu. Jobs have their text reader's. */
  readonly device?: string
  /** true: what came from a cache (warm). false: what had to be worked out (cold). A job is warm when all its caches hit. */
  readonly cacheHit?: boolean
}

/** The same columns of rows and of sums. */
export interface Columns {
  readonly device: Prisma.Sql
  readonly cache: Prisma.Sql
}

export const rowColumns: Columns = { device: rowDevice, cache: rowCache }
export const sumColumns: Columns = { device: Prisma.raw('device'), cache: Prisma.raw('cache') }

/** What `where` says of a filter. */
export function filterSql({ operation, workerId, device, cacheHit }: PerformanceFilter, columns: Columns): Prisma.Sql {
  const conditions = [
    ...(operation === undefined ? [] : [Prisma.sql`operation = ${operation}`]),
    ...(workerId === undefined ? [] : [Prisma.sql`worker_id = ${workerId}`]),
    ...(device === undefined ? [] : [Prisma.sql`${columns.device} = ${device}`]),
    ...(cacheHit === undefined ? [] : [Prisma.sql`${columns.cache} = ${cacheHit ? 'hit' : 'miss'}`]),
  ]
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' and ')
}

/** Rows recorded in any of the times. */
export const rowsIn = (spans: readonly Span[]): Prisma.Sql =>
  anyOf(spans.map(({ from, to }) => Prisma.sql`(recorded_at >= ${new Date(from)} and recorded_at < ${new Date(to)})`))

/** Sums of a level whose buckets begin in any of the times. */
export const sumsIn = (level: Level, spans: readonly Span[]): Prisma.Sql =>
  anyOf(
    spans.map(
      ({ from, to }) => Prisma.sql`(level = ${level} and bucket >= ${new Date(from)} and bucket < ${new Date(to)})`,
    ),
  )

/** One of the conditions; false for none. */
export const anyOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql =>
  conditions.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...conditions], ' or ')})`
