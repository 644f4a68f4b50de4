import { database } from './database'
import type { Worker } from './generated/prisma/client'
import { JOB_CHANNEL } from './jobEvents'
import type { StoredProblem } from './jobs/holdJob'

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
}

/** Writes that a worker lives, and what it has loaded. */
export async function saveSignOfLife(sign: SignOfLife): Promise<void> {
  const changing = {
    state: sign.state,
    queueIds: [...sign.queueIds],
    models: sign.models as object,
    rssBytes: BigInt(Math.round(sign.rssBytes)),
    load: sign.load,
    lastSeenAt: new Date(),
  }
  await database().worker.upsert({
    where: { id: sign.id },
    create: { id: sign.id, host: sign.host, pid: sign.pid, ...changing },
    update: changing,
  })
}

/** Workers that gave a sign of life within the last `deadAfterSeconds`. */
export async function livingWorkers(deadAfterSeconds: number): Promise<Worker[]> {
  return database().$queryRaw<Worker[]>`
    select id, state, host, pid, queue_ids as "queueIds", models, rss_bytes as "rssBytes", load,
      started_at as "startedAt", last_seen_at as "lastSeenAt"
    from worker where last_seen_at > now() - make_interval(secs => ${deadAfterSeconds}) order by started_at`
}

/** Signs a worker off, so that nobody waits for its silence. Jobs it still held go back to the queue. */
export async function signOff(workerId: string, deadAfterSeconds: number, maxAttempts: number): Promise<void> {
  await database().worker.updateMany({ where: { id: workerId }, data: { lastSeenAt: new Date(0) } })
  await releaseDeadWorkers(deadAfterSeconds, maxAttempts)
}

/**
 * Gives the jobs of silent workers to the living: unlocks them in graphile-worker (whose own time-out is four hours), sets them
 * back to waiting, and ends those that have used up their attempts.
 * Safe to run from every worker at once: the delete decides who acts.
 * @returns ids of the workers found dead
 */
export async function releaseDeadWorkers(deadAfterSeconds: number, maxAttempts: number): Promise<string[]> {
  const problem: StoredProblem = {
    code: 'WORKER_CRASHED',
    message: `This picture stopped our worker ${maxAttempts} times, so it was given up. Try another picture.`,
    details: { attempts: maxAttempts },
  }
  return database().$transaction(async (tx) => {
    const dead = await tx.$queryRaw<{ id: string; queue_ids: string[] }[]>`
      delete from worker where last_seen_at < now() - make_interval(secs => ${deadAfterSeconds}) returning id, queue_ids`
    if (dead.length === 0) return []
    const ids = dead.map(({ id }) => id)
    await tx.$executeRaw`select graphile_worker.force_unlock_workers(${dead.flatMap(({ queue_ids }) => queue_ids)}::text[])`
    await tx.$queryRaw`
      with ended as (
        update job set state = 'FAILED', problem = ${JSON.stringify(problem)}::jsonb, finished_at = now(), version = version + 1
        where worker_id = any(${ids}::text[]) and state = 'RUNNING' and attempts >= ${maxAttempts}
        returning id)
      select pg_notify(${JOB_CHANNEL}, id::text)::text, graphile_worker.remove_job(id::text)::text from ended`
    await tx.$queryRaw`
      with waiting as (
        update job set state = 'QUEUED', worker_id = null, stage = null, fraction = 0, version = version + 1
        where worker_id = any(${ids}::text[]) and state = 'RUNNING'
        returning id)
      select pg_notify(${JOB_CHANNEL}, id::text)::text from waiting`
    await tx.$executeRaw`select pg_notify('jobs:insert', '{}')`
    return ids
  })
}
