import { database } from '../database'
import { cacheSumSeconds } from './cacheSums'
import { rollUp } from './rollUp'

/** Sums per hour and per day are few: they show more than a year. */
const COARSE_DAYS = 400

/**
 * Deletes rows, samples, sums and alerts that have had their time. Sums up first, so that no total misses a row.
 * @param days `monitoring.retention_days`
 * @returns how many of all
 */
export async function prunePerformance(days: number): Promise<number> {
  await rollUp()
  const db = database()
  const deleted = [
    await db.$executeRaw`delete from stage_row where recorded_at < now() - make_interval(secs => ${days * 86_400})`,
    await db.$executeRaw`delete from stage_rollup where level = 'minute' and bucket < now() - make_interval(secs => ${days * 86_400 + 86_400})`,
    await db.$executeRaw`delete from stage_rollup where level in ('hour', 'day') and bucket < now() - make_interval(days => ${COARSE_DAYS}::int)`,
    await db.$executeRaw`delete from process_sample where recorded_at < now() - make_interval(secs => ${days * 86_400})
      or (not kept and recorded_at < now() - interval '1 day')`,
    await db.$executeRaw`delete from cache_sum where bucket < now() - make_interval(days => ${COARSE_DAYS}::int)
      or (seconds = ${cacheSumSeconds.fine} and bucket < now() - make_interval(secs => ${days * 86_400}))`,
    await db.$executeRaw`delete from alert where closed_at < now() - make_interval(secs => ${days * 86_400})`,
    await db.$executeRaw`delete from profile_request where created_at < now() - interval '1 day'`,
  ]
  return deleted.reduce((sum, count) => sum + count, 0)
}
