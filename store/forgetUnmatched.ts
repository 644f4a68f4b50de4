import { database } from './database'
import { recurringCount } from './unmatchedUploads'

/** Days after which pictures that did not keep coming are forgotten, … */
const RARE_DAYS = 30
/** … and those that did but come no more. What was dismissed is remembered as long, so that it stays dismissed. */
const RECURRING_DAYS = 180
/** Of those that did not keep coming the last so many are remembered, at 16 kB each. */
const MOST_RARE = 10_000

/** Forgets unmatched uploads that are over. Their pictures go with the next sweep. @returns how many groups */
export async function forgetUnmatched(): Promise<number> {
  const db = database()
  const expired = await db.$executeRaw`delete from unmatched_group where last_seen_at < now()
    - make_interval(days => case when count < ${recurringCount} then ${RARE_DAYS}::int else ${RECURRING_DAYS}::int end)`
  const surplus = await db.$executeRaw`delete from unmatched_group where id in (
    select id from unmatched_group where count < ${recurringCount} order by last_seen_at desc offset ${MOST_RARE})`
  return expired + surplus
}
