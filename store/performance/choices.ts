import { database } from '../database'

/** What filters can be set to. */
export interface PerformanceChoices {
  readonly operations: readonly string[]
  readonly workers: readonly string[]
  readonly devices: readonly string[]
}

/** What was measured lately, within a week, and the workers that live: for the lists of a page's filters. */
export async function performanceChoices(): Promise<PerformanceChoices> {
  const [row] = await database().$queryRaw<PerformanceChoices[]>`
    with lately as materialized (
      select operation, worker_id, device from stage_rollup where level = 'hour' and bucket > now() - interval '7 days' group by 1, 2, 3
      union select operation, worker_id, coalesce(device, '') from stage_row
        where recorded_at >= coalesce((select hours_until from stage_rollup_state), '-infinity') group by 1, 2, 3)
    select coalesce((select array_agg(distinct operation order by operation) from lately), '{}') as operations,
      coalesce((select array_agg(distinct worker_id order by worker_id) from (select worker_id from lately union select id from worker) known), '{}') as workers,
      coalesce((select array_agg(distinct device order by device) from lately where device <> ''), '{}') as devices`
  return row!
}
