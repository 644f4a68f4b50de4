import { database } from '../database'
import type { Job } from '../generated/prisma/client'

/** The jobs of one kind that wait and run now. */
export interface KindOfQueue {
  readonly kind: Job['kind']
  readonly waiting: number
  readonly running: number
  /** How long the oldest waiting one has waited; 0 when none waits. */
  readonly oldestWaitingSeconds: number
  /** What the latest fifty that ended within a day took in the mean, without their wait; null when none did. */
  readonly meanSeconds: number | null
  /** When those that wait now should be begun and done, if only this kind came; null when nobody knows. */
  readonly etaSeconds: number | null
}

/**
 * What waits, by kind; kinds of which none waits or runs are left out.
 * @param slotsFor how many jobs of a kind all workers can work on at once
 */
export async function queueByKind(slotsFor: (kind: Job['kind']) => number): Promise<readonly KindOfQueue[]> {
  const rows = await database().$queryRaw<Omit<KindOfQueue, 'etaSeconds'>[]>`
    select kind, count(*) filter (where state = 'QUEUED')::int as waiting, count(*) filter (where state = 'RUNNING')::int as running,
      coalesce(extract(epoch from now() - min(queued_at) filter (where state = 'QUEUED')), 0)::float8 as "oldestWaitingSeconds", (
        select avg(seconds)::float8 from (
          select extract(epoch from finished_at - started_at) as seconds from job ended
          where ended.kind = job.kind and state = 'DONE' and created_at > now() - interval '1 day' and started_at is not null
          order by created_at desc limit 50) latest) as "meanSeconds"
    from job where state in ('QUEUED', 'RUNNING') group by kind order by kind`
  return rows.map((row) => ({ ...row, etaSeconds: etaSeconds(row, slotsFor(row.kind)) }))
}

const etaSeconds = (
  { waiting, running, meanSeconds }: Omit<KindOfQueue, 'etaSeconds'>,
  slots: number,
): number | null => (meanSeconds === null || slots === 0 ? null : Math.ceil((waiting + running) / slots) * meanSeconds)
