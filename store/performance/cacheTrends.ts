import type { CacheCounters } from '#core/cacheCounters'
import type { Span } from '#core/performance/cutRange'
import { database } from '../database'
import { cacheSumSeconds, cacheTable } from './cacheSums'

type Rising = 'hits' | 'misses' | 'evictions' | 'failures' | 'savedMs'

/** A cache in one step of a chart, all processes together. */
export interface CachePoint extends Pick<CacheCounters, Rising | 'entries' | 'bytes' | 'maxBytes'> {
  readonly at: Date
}

/** How a cache did over a time; its figures are those of the whole time, `entries` and the bytes those of its last step. */
export interface CacheTrend extends Pick<CacheCounters, 'name' | 'tier' | Rising | 'entries' | 'bytes' | 'maxBytes'> {
  readonly points: readonly CachePoint[]
}

/** A process tells of itself more often than this: what it had counted before a time begins is found within it. */
const BEFORE_MS = 600_000

type Row = CachePoint & Pick<CacheTrend, 'name' | 'tier'>

/** Of short steps, from the samples of all processes. Counters begin with each process, so that what one had counted before the time is taken off. */
const fromSamples = (range: Span, seconds: number): Promise<Row[]> => database().$queryRaw<Row[]>`
  with sample as (
    select id, process_id, recorded_at, case when recorded_at < ${new Date(range.from)} then -1
      else floor(extract(epoch from recorded_at) / ${seconds}::int) end as step
    from process_sample
    where recorded_at >= ${new Date(range.from - BEFORE_MS)} and recorded_at < ${new Date(range.to)}
  ), chosen as (
    (select distinct on (process_id) id, process_id, -1 as step from sample
      order by process_id, step >= 0, case when step < 0 then -extract(epoch from recorded_at) else extract(epoch from recorded_at) end)
    union all
    (select distinct on (process_id, step) id, process_id, step from sample where step >= 0
      order by process_id, step, recorded_at desc)
  ), counted as (
    select chosen.step, cache.name, cache.tier, cache.entries, cache.bytes, cache."maxBytes",
      cache.hits - lag(cache.hits, 1, 0) over steps as hits,
      cache.misses - lag(cache.misses, 1, 0) over steps as misses,
      cache.evictions - lag(cache.evictions, 1, 0) over steps as evictions,
      cache.failures - lag(cache.failures, 1, 0) over steps as failures,
      cache."savedMs" - lag(cache."savedMs", 1, 0) over steps as "savedMs"
    from chosen join process_sample using (id) cross join lateral jsonb_to_recordset(caches) as ${cacheTable('cache')}
    window steps as (partition by chosen.process_id, cache.name, cache.tier order by chosen.step)
  )
  select name, tier, to_timestamp(step * ${seconds}::int) as at, sum(hits) as hits, sum(misses) as misses, sum(evictions) as evictions,
    sum(failures) as failures, sum("savedMs") as "savedMs", sum(entries) as entries, sum(bytes) as bytes, sum("maxBytes") as "maxBytes"
  from counted where step >= 0 group by 1, 2, 3 order by 1, 2, 3`

/** Of long steps, from the sums. The time begins with the sum that it begins in. */
function fromSums(range: Span, seconds: number): Promise<Row[]> {
  const length = seconds >= cacheSumSeconds.coarse ? cacheSumSeconds.coarse : cacheSumSeconds.fine
  const from = new Date(Math.floor(range.from / (length * 1000)) * length * 1000)
  return database().$queryRaw<Row[]>`
    select name, tier, date_bin(make_interval(secs => ${seconds}::int), bucket, 'epoch') as at, sum(hits) as hits,
      sum(misses) as misses, sum(evictions) as evictions, sum(failures) as failures, sum(saved_ms) as "savedMs",
      (array_agg(entries order by bucket desc))[1] as entries, (array_agg(bytes order by bucket desc))[1] as bytes,
      (array_agg(max_bytes order by bucket desc))[1] as "maxBytes"
    from cache_sum where seconds = ${length} and bucket >= ${from} and bucket < ${new Date(range.to)}
    group by 1, 2, 3 order by 1, 2, 3`
}

/**
 * What each cache counted over a time by all processes, step by step. Steps without a sample are left out.
 * @param seconds length of a step
 */
export async function cacheTrends(range: Span, seconds: number): Promise<readonly CacheTrend[]> {
  const rows = await (seconds < cacheSumSeconds.fine ? fromSamples(range, seconds) : fromSums(range, seconds))
  const trends = new Map<string, CachePoint[]>()
  for (const { name, tier, ...point } of rows) {
    const key = `${name} ${tier}`
    trends.set(key, [...(trends.get(key) ?? []), point])
  }
  return [...trends].map(([key, points]) => {
    const [name, tier] = key.split(' ') as [CacheTrend['name'], CacheTrend['tier']]
    const sum = (what: Rising) => points.reduce((total, point) => total + point[what], 0)
    const { entries, bytes, maxBytes } = points.at(-1)!
    return {
      name,
      tier,
      hits: sum('hits'),
      misses: sum('misses'),
      evictions: sum('evictions'),
      failures: sum('failures'),
      savedMs: sum('savedMs'),
      entries,
      bytes,
      maxBytes,
      points,
    }
  })
}
