import type { Config } from '#core/config'
import { jobWorkKinds, type WorkKind } from '#core/workKind'
import { database } from '../database'

/** Timers of processes are not exact: who comes early by this share of the time between two looks is not sent away. */
const EARLY = 1 / 15
/** After a pause of so many looks nobody knows how it was meanwhile. */
const LOST_LOOKS = 4

/** When somebody last looked. */
export interface AlertCheck {
  readonly checkedAt: Date | null
  /** Since when no worker has been ready for some kind of work that jobs need, as far as somebody has looked; null while all are served. */
  readonly noWorkersSince: Date | null
}

/** A look that is this process's turn. */
export interface AlertTurn extends AlertCheck {
  /** Kinds of work that jobs need and no worker is ready for. */
  readonly missing: readonly WorkKind[]
}

/** How the last look was. */
export async function alertCheck(): Promise<AlertCheck> {
  const [row] = await database().$queryRaw<AlertCheck[]>`
    select checked_at as "checkedAt", no_workers_since as "noWorkersSince" from alert_check`
  return row ?? { checkedAt: null, noWorkersSince: null }
}

/**
 * Takes the turn to look, and notes whether workers are ready for all that jobs need. Of all processes that ask, one gets the turn.
 * @returns undefined when it is not time yet, or another process had it
 */
export async function takeTurn({ alerts, queue }: Pick<Config, 'alerts' | 'queue'>): Promise<AlertTurn | undefined> {
  const pause = LOST_LOOKS * alerts.check_seconds
  const due = (1 - EARLY) * alerts.check_seconds
  const [row] = await database().$queryRaw<AlertTurn[]>`
    with ready as (
      select kinds from worker where state = 'READY' and last_seen_at > now() - make_interval(secs => ${queue.dead_after_seconds})
    ), lacking as (
      select coalesce(array_agg(kind order by nth), '{}') as missing from unnest(${[...jobWorkKinds]}::text[]) with ordinality needed(kind, nth)
      where not exists (select from ready where kind = any(kinds)))
    insert into alert_check (id, checked_at, no_workers_since) select 1, now(), case when missing <> '{}' then now() end from lacking
    on conflict (id) do update set checked_at = now(), no_workers_since = case
        when excluded.no_workers_since is null then null
        when alert_check.checked_at < now() - make_interval(secs => ${pause}) then now()
        else coalesce(alert_check.no_workers_since, now()) end
      where alert_check.checked_at <= now() - make_interval(secs => ${due})
    returning checked_at as "checkedAt", no_workers_since as "noWorkersSince", (select missing from lacking) as missing`
  return row
}
