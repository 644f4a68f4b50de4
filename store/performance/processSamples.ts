import type { CacheCounters } from '#core/cacheCounters'
import type { Span } from '#core/performance/cutRange'
import { database } from '../database'
import { Prisma } from '../generated/prisma/client'
import { addToCacheSums } from './cacheSums'

/** What a process tells of itself every `SAMPLE_SECONDS`. */
export interface ProcessSample {
  /** A worker's id, or the site's. */
  readonly processId: string
  readonly kind: 'site' | 'worker'
  readonly rssBytes: number
  readonly heapUsedBytes: number
  /** Processor time since the sample before, in cores: 1.5 is one and a half cores at work. */
  readonly cpu: number
  /** One-minute load average of the machine. */
  readonly load: number
  /** false: deleted after a day, when fewer samples say enough. */
  readonly kept: boolean
  /** What its caches have counted since it started. */
  readonly caches: readonly CacheCounters[]
}

/** How often a process tells of itself. */
export const SAMPLE_SECONDS = 15

/**
 * Writes a sample, and adds what its caches counted to `cache_sum`.
 * @param at when it was taken; the database's clock says when it is left out
 */
export async function saveProcessSample(sample: ProcessSample, at?: Date): Promise<void> {
  const { processId, kind, cpu, load, kept, caches } = sample
  const moment = at ? Prisma.sql`${at}::timestamptz(3)` : Prisma.sql`now()::timestamptz(3)`
  await database().$executeRaw`
    with sample as (
      insert into process_sample (process_id, kind, rss_bytes, heap_used_bytes, cpu, load, kept, caches, recorded_at)
      values (${processId}, ${kind}, ${Math.round(sample.rssBytes)}::bigint, ${Math.round(sample.heapUsedBytes)}::bigint, ${cpu}, ${load}, ${kept},
        ${JSON.stringify(caches)}::jsonb, ${moment}))
    ${addToCacheSums(processId, moment, caches)}`
}

/** A process in one step of a chart. */
export interface ProcessPoint {
  readonly at: Date
  /** The most in the step. */
  readonly rssBytes: number
  /** The most in the step. */
  readonly heapUsedBytes: number
  /** Means over the step. */
  readonly cpu: number
  readonly load: number
}

/** How a process did over a time. */
export interface ProcessTrend {
  readonly processId: string
  readonly kind: ProcessSample['kind']
  readonly points: readonly ProcessPoint[]
}

/** Steps of this length have a kept sample of each process for sure: the others, which only the last day has, are not looked at. */
const KEPT_ENOUGH_SECONDS = 3_600

/** Memory and load of each process over a time, step by step; steps without a sample are left out. */
export async function processTrends(range: Span, seconds: number): Promise<readonly ProcessTrend[]> {
  const which = seconds >= KEPT_ENOUGH_SECONDS ? Prisma.sql`kept and` : Prisma.empty
  const rows = await database().$queryRaw<(ProcessPoint & Pick<ProcessTrend, 'processId' | 'kind'>)[]>`
    select process_id as "processId", kind, date_bin(make_interval(secs => ${seconds}::int), recorded_at, 'epoch') as at,
      max(rss_bytes)::float8 as "rssBytes", max(heap_used_bytes)::float8 as "heapUsedBytes", avg(cpu) as cpu, avg(load) as load
    from process_sample where ${which} recorded_at >= ${new Date(range.from)} and recorded_at < ${new Date(range.to)}
    group by 1, 2, 3 order by 2, 1, 3`
  const trends = new Map<string, { processId: string; kind: ProcessSample['kind']; points: ProcessPoint[] }>()
  for (const { processId, kind, ...point } of rows) {
    const trend = trends.get(processId) ?? { processId, kind, points: [] }
    trend.points.push(point)
    trends.set(processId, trend)
  }
  return [...trends.values()]
}
