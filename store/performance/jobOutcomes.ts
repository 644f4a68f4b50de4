import { isOurFault } from '#core/alerts/isOurFault'
import { cutRange, type Span } from '#core/performance/cutRange'
import { database } from '../database'
import { countsSql } from './entries'
import { rolledUntil } from './rolledUntil'

/** How the jobs of a time ended. */
export interface JobOutcomes {
  readonly count: number
  /** Failed through no fault of who asked. */
  readonly failed: number
}

/** Counts the jobs that ended in a time. */
export async function jobOutcomes(range: Span): Promise<JobOutcomes> {
  const cut = cutRange(range, await rolledUntil())
  const rows = await database().$queryRaw<{ code: string; count: number }[]>`
    select error_code as code, sum(count)::float8 as count from (${countsSql(cut, { operation: 'job' })}) entry group by error_code`
  const sum = (counted: typeof rows) => counted.reduce((total, { count }) => total + count, 0)
  return { count: sum(rows), failed: sum(rows.filter(({ code }) => code !== '' && isOurFault(code))) }
}
