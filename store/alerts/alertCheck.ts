import { database } from '../database'

/** How often processes look whether something is wrong. */
export const CHECK_SECONDS = 15
/** Timers of processes are not exact: who comes a little early is not sent away. */
const EARLY_SECONDS = 1
/** After a longer pause nobody knows how it was meanwhile. */
const PAUSE_SECONDS = 4 * CHECK_SECONDS

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
 * @param deadAfterSeconds `queue.dead_after_seconds`
 * @returns undefined when it is not time yet, or another process had it
 */
export async function takeTurn(deadAfterSeconds: number): Promise<AlertCheck | undefined> {
  const [row] = await database().$queryRaw<AlertCheck[]>`
    with ready as (
      select exists (select from worker where state = 'READY' and job_slots > 0 and last_seen_at > now() - make_interval(secs => ${deadAfterSeconds})) as yes)
    insert into alert_check (id, checked_at, no_workers_since) select 1, now(), case when not yes then now() end from ready
    on conflict (id) do update set checked_at = now(), no_workers_since = case
        when excluded.no_workers_since is null then null
        when alert_check.checked_at < now() - make_interval(secs => ${PAUSE_SECONDS}) then now()
        else coalesce(alert_check.no_workers_since, now()) end
      where alert_check.checked_at <= now() - make_interval(secs => ${CHECK_SECONDS - EARLY_SECONDS})
    returning checked_at as "checkedAt", no_workers_since as "noWorkersSince"`
  return row
}
