import type { Level } from '#core/performance/cutRange'
import { database } from '../database'
import { Prisma } from '../generated/prisma/client'
import { durationBucket, rowCache, rowDevice, rowErrorCode } from './durationBucket'
import { WRITERS_LOCK } from './writersLock'

/** At most so much is summed up in one transaction: what follows a long standstill comes in parts. */
const PART_MS = 6 * 3_600_000
const TRANSACTION_MS = 120_000

interface State {
  readonly minutes_until: Date
  readonly hours_until: Date
  readonly days_until: Date
}

/** What one part is made of: columns `operation, worker_id, device, cache, error_code, bucket, b, n, s, m`, grouped by all but the last three. */
const mergedInto = (level: Level | 'total', entries: Prisma.Sql) => Prisma.sql`
  insert into stage_rollup (level, bucket, operation, worker_id, device, cache, error_code, count, sum_ms, max_ms, buckets, counts)
  select ${level}, bucket, operation, worker_id, device, cache, error_code, sum(n), sum(s), max(m), array_agg(b), array_agg(n)
  from (${entries}) entry group by bucket, operation, worker_id, device, cache, error_code
  on conflict (level, bucket, operation, worker_id, device, cache, error_code) do update set count = excluded.count,
    sum_ms = excluded.sum_ms, max_ms = excluded.max_ms, buckets = excluded.buckets, counts = excluded.counts`

const fromRows = (from: Date, to: Date) => Prisma.sql`
  select operation, worker_id, ${rowDevice} as device, ${rowCache} as cache, ${rowErrorCode} as error_code,
    date_trunc('minute', recorded_at) as bucket, ${durationBucket} as b, count(*) as n, sum(duration_ms) as s, max(duration_ms) as m
  from stage_row where recorded_at >= ${from} and recorded_at < ${to} group by 1, 2, 3, 4, 5, 6, 7`

const fromSums = (bucket: Prisma.Sql, workerId: Prisma.Sql, where: Prisma.Sql) => Prisma.sql`
  select operation, ${workerId} as worker_id, device, cache, error_code, ${bucket} as bucket, b, sum(n)::bigint as n,
    sum(case when nth = 1 then sum_ms else 0 end) as s, max(max_ms) as m
  from stage_rollup, unnest(buckets, counts) with ordinality as entry(b, n, nth)
  where ${where} group by operation, 2, device, cache, error_code, 6, b`

const minutes = (from: Date, to: Date) => Prisma.sql`level = 'minute' and bucket >= ${from} and bucket < ${to}`

/** The whole buckets that lie between, of sums of the level below. */
const coarser = (level: 'hour' | 'day', below: Level, from: Date, to: Date) =>
  mergedInto(
    level,
    fromSums(
      level === 'hour' ? Prisma.sql`date_trunc('hour', bucket, 'UTC')` : Prisma.sql`date_trunc('day', bucket, 'UTC')`,
      Prisma.sql`worker_id`,
      Prisma.sql`level = ${below} and bucket >= ${from} and bucket < ${to}`,
    ),
  )

/** Sums of everything ever, for counters that only rise. Workers come and go, so they are not told apart. */
const total = (from: Date, to: Date) =>
  mergedInto(
    'total',
    fromSums(Prisma.sql`'epoch'::timestamptz`, Prisma.sql`''`, Prisma.sql`level = 'total' or (${minutes(from, to)})`),
  )

const floorTo = (time: Date, lengthMs: number) => new Date(Math.floor(time.getTime() / lengthMs) * lengthMs)

/** The moment up to which all rows are there to be read. */
async function allWrittenUntil(): Promise<Date> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`
    const [row] = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp()::timestamptz(3) as now`
    return row!.now
  })
}

/** Sums up the next minutes. @returns whether there is more to do */
async function rollUpPart(until: Date): Promise<boolean> {
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`insert into stage_rollup_state (minutes_until, hours_until, days_until)
        select first, first, first from (select date_trunc('day', coalesce(min(recorded_at), now()), 'UTC') as first from stage_row) begin
        on conflict do nothing`
      // Who waits here goes on with what the other has left.
      const [state] = await tx.$queryRaw<State[]>`select * from stage_rollup_state for update`
      const from = state!.minutes_until
      const to = new Date(Math.min(until.getTime(), from.getTime() + PART_MS))
      if (to <= from) return false
      await tx.$executeRaw(mergedInto('minute', fromRows(from, to)))
      await tx.$executeRaw(total(from, to))
      const [hours, days] = [floorTo(to, 3_600_000), floorTo(to, 86_400_000)]
      if (hours > state!.hours_until) await tx.$executeRaw(coarser('hour', 'minute', state!.hours_until, hours))
      if (days > state!.days_until) await tx.$executeRaw(coarser('day', 'hour', state!.days_until, days))
      await tx.$executeRaw`update stage_rollup_state set minutes_until = ${to}, hours_until = greatest(hours_until, ${hours}),
        days_until = greatest(days_until, ${days})`
      return to < until
    },
    { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
  )
}

/**
 * Sums up the rows of all complete minutes since the last time: per minute, and minutes to hours, hours to days. May be called at any time and from
 * several processes at once; each row is counted once.
 * @param before sums nothing up that was recorded from this moment on
 */
export async function rollUp(before: Date = new Date(8.64e15)): Promise<void> {
  const written = await allWrittenUntil()
  const until = floorTo(written < before ? written : before, 60_000)
  while (await rollUpPart(until));
}
