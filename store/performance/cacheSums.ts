import type { CacheCounters } from '#core/cacheCounters'
import { Prisma } from '../generated/prisma/client'

/** Lengths of the times that what caches counted is summed up for, in seconds. */
export const cacheSumSeconds = { fine: 300, coarse: 3_600 } as const

/** What `jsonb_to_recordset` makes of `CacheCounters`. @param name of the table that it makes */
export const cacheTable = (name: string): Prisma.Sql =>
  Prisma.raw(`${name}(name text, tier text, hits float8, misses float8, evictions float8, failures float8, "savedMs" float8,
    entries float8, bytes float8, "maxBytes" float8)`)

/** Counters as a sample has them, and their columns. */
const rising = { hits: 'hits', misses: 'misses', evictions: 'evictions', failures: 'failures', savedMs: 'saved_ms' }
/** What is kept at the moment, likewise. */
const kept = { entries: 'entries', bytes: 'bytes', maxBytes: 'max_bytes' }
const columns = [...Object.values(rising), ...Object.values(kept)]

/** A counter that is lower than before began anew. */
const risen = (name: string) =>
  `counted."${name}" - case when told."${name}" <= counted."${name}" then told."${name}" else 0 end`
/** What the process told earlier in the same time is in the sum already. */
const changed = (name: string) =>
  `counted."${name}" - case when earlier.at >= bucket then coalesce(told."${name}", 0) else 0 end`

const values = Prisma.raw([...Object.keys(rising).map(risen), ...Object.keys(kept).map(changed)].join(', '))
const added = Prisma.raw(columns.map((column) => `${column} = cache_sum.${column} + excluded.${column}`).join(', '))

/**
 * Adds what a process's caches have counted since its sample before to the sums. A part of the statement that writes the sample, so that neither stands
 * without the other; rows come in one order, so that two processes never wait for each other.
 * @param at the moment of the sample, as its row has it
 */
export const addToCacheSums = (
  processId: string,
  at: Prisma.Sql,
  caches: readonly CacheCounters[],
): Prisma.Sql => Prisma.sql`
  insert into cache_sum (seconds, bucket, name, tier, ${Prisma.raw(columns.join(', '))})
  select seconds, bucket, counted.name, counted.tier, ${values}
  from (values (${cacheSumSeconds.fine}::int), (${cacheSumSeconds.coarse}::int)) as length(seconds)
  cross join lateral (select to_timestamp(floor(extract(epoch from ${at}) / seconds) * seconds) as bucket) as time
  cross join jsonb_to_recordset(${JSON.stringify(caches)}::jsonb) as ${cacheTable('counted')}
  left join (select recorded_at as at, caches from process_sample where process_id = ${processId} order by id desc limit 1) earlier on true
  left join lateral jsonb_to_recordset(earlier.caches) as ${cacheTable('told')} on told.name = counted.name and told.tier = counted.tier
  order by seconds, counted.name, counted.tier
  on conflict (seconds, bucket, name, tier) do update set ${added}`
