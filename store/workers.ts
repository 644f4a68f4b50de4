import { type WorkKind, workKinds } from '#core/workKind'
import { database } from './database'
import type { Prisma, Worker } from './generated/prisma/client'
import { recoverJobs } from './jobs/recoverJobs'

/** What a worker tells about itself, again and again. */
export interface SignOfLife {
  readonly id: string
  readonly state: Worker['state']
  readonly host: string
  readonly pid: number
  /** The names under which graphile-worker locks jobs for this process. */
  readonly queueIds: readonly string[]
  readonly models: Readonly<Record<string, unknown>>
  readonly rssBytes: number
  /** One-minute load average of the machine. */
  readonly load: number
  /** What it does; all of it when nothing is said. */
  readonly kinds?: readonly WorkKind[]
  /** How many jobs it works on at once; 0 when it takes none. */
  readonly jobSlots?: number
}

/** Writes that a worker lives, and what it has loaded. The time is the database's: machines' clocks differ. */
export async function saveSignOfLife(sign: SignOfLife): Promise<void> {
  const { id, state, host, pid, load, jobSlots = 1 } = sign
  const kinds = [...(sign.kinds ?? workKinds)]
  const queueIds = [...sign.queueIds]
  const models = JSON.stringify(sign.models)
  const rssBytes = Math.round(sign.rssBytes)
  await database().$executeRaw`
    insert into worker (id, state, host, pid, queue_ids, models, rss_bytes, load, kinds, job_slots, last_seen_at)
    values (${id}, ${state}::"WorkerState", ${host}, ${pid}, ${queueIds}::text[], ${models}::jsonb, ${rssBytes}::bigint, ${load},
      ${kinds}::text[], ${jobSlots}::int, now())
    on conflict (id) do update set state = excluded.state, queue_ids = excluded.queue_ids, models = excluded.models,
      rss_bytes = excluded.rss_bytes, load = excluded.load, last_seen_at = excluded.last_seen_at`
}

/** Workers that gave a sign of life within the last `deadAfterSeconds`. */
export async function livingWorkers(deadAfterSeconds: number): Promise<Worker[]> {
  return database().$queryRaw<Worker[]>`
    select id, state, host, pid, queue_ids as "queueIds", models, rss_bytes as "rssBytes", load, kinds, job_slots as "jobSlots",
      started_at as "startedAt", last_seen_at as "lastSeenAt"
    from worker where last_seen_at > now() - make_interval(secs => ${deadAfterSeconds}) order by started_at`
}

/** Kinds of work that none of these workers does or is about to do. */
export const kindsNotServed = (living: readonly Pick<Worker, 'kinds' | 'state'>[]): readonly WorkKind[] =>
  workKinds.filter((kind) => !living.some(({ kinds, state }) => state !== 'STOPPING' && kinds.includes(kind)))

/** Signs a worker off, so that nobody waits for its silence. Jobs it still held go back to the queue. */
export async function signOff(workerId: string, deadAfterSeconds: number, maxAttempts: number): Promise<void> {
  await database().worker.updateMany({ where: { id: workerId }, data: { lastSeenAt: new Date(0) } })
  await releaseDeadWorkers(deadAfterSeconds, maxAttempts)
}

/**
 * Gives the jobs of silent workers to the living, and finds jobs that nobody has. Safe to run from every worker at once: the delete
 * decides who acts.
 * @returns ids of the workers found dead
 */
export async function releaseDeadWorkers(deadAfterSeconds: number, maxAttempts: number): Promise<string[]> {
  return database().$transaction(async (tx) => {
    const dead = await tx.$queryRaw<{ id: string; queue_ids: string[] }[]>`
      delete from worker where last_seen_at < now() - make_interval(secs => ${deadAfterSeconds}) returning id, queue_ids`
    await unlockOrphans(
      tx,
      dead.flatMap(({ queue_ids }) => queue_ids),
      deadAfterSeconds,
    )
    await recoverJobs(tx, maxAttempts)
    return dead.map(({ id }) => id)
  })
}

/** Unlocks in graphile-worker (whose own time-out is four hours) what the dead had locked, and what nobody alive owns up to. */
async function unlockOrphans(
  tx: Prisma.TransactionClient,
  deadQueueIds: string[],
  afterSeconds: number,
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker._private_jobs
    where locked_by = any(${deadQueueIds}::text[]) or (locked_at < now() - make_interval(secs => ${afterSeconds})
      and not exists (select from worker where locked_by = any(queue_ids)))
    having count(*) > 0`
}
