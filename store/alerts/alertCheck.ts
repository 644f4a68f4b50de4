import type { Config } from '#core/config'
import { database } from '../database'

/** Timers of processes are not exact: who comes early by this share of the time between two looks is not sent away. */
const EARLY = 1 / 15
/** After a pause of so many looks nobody knows how it was meanwhile. */
const LOST_LOOKS = 4

/** When somebody last looked. */
export interface AlertCheck {
  readonly checkedAt: Date | null
  /** Since when no worker has been ready, as far as somebody has looked; null while one is. */
  readonly noWorkersSince: Date | null
}

/** How the last look was. */
export async function alertCheck(): Promise<AlertCheck> {
  const [row] = await database().$queryRaw<AlertCheck[]>`
    select checked_at as "checkedAt", no_workers_since as "noWorkersSince" from alert_check`
  return row ?? { checkedAt: null, noWorkersSince: null }
}

/**
 * Takes the turn to look, and notes whether a worker is ready. Of all processes that ask, one gets the turn.
 * @returns undefined when it is not time yet, or another process had it
 */
export async function takeTurn({ alerts, queue }: Pick<Config, 'alerts' | 'queue'>): Promise<AlertCheck | undefined> {
  const pause = LOST_LOOKS * alerts.check_seconds
  const due = (1 - EARLY) * alerts.check_seconds
  const [row] = await database().$queryRaw<AlertCheck[]>`
    with ready as (
      select exists (select from worker where state = 'READY' and job_slots > 0 and last_seen_at > now() - make_interval(secs => ${queue.dead_after_seconds})) as yes)
    insert into alert_check (id, checked_at, no_workers_since) select 1, now(), case when not yes then now() end from ready
    on conflict (id) do update set checked_at = now(), no_workers_since = case
        when excluded.no_workers_since is null then null
        when alert_check.checked_at < now() - make_interval(secs => ${pause}) then now()
        else coalesce(alert_check.no_workers_since, now()) end
      where alert_check.checked_at <= now() - make_interval(secs => ${due})
    returning checked_at as "checkedAt", no_workers_since as "noWorkersSince"`
  return row
}
