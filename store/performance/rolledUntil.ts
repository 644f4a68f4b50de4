import type { RolledUntil } from '#core/performance/cutRange'
import { database } from '../database'

/** Until when sums are complete; 0 when nothing was summed up yet. */
export async function rolledUntil(): Promise<RolledUntil> {
  const [row] = await database().$queryRaw<{ minute: Date; hour: Date; day: Date }[]>`
    select minutes_until as minute, hours_until as hour, days_until as day from stage_rollup_state`
  return { minute: row?.minute.getTime() ?? 0, hour: row?.hour.getTime() ?? 0, day: row?.day.getTime() ?? 0 }
}
