import { Prisma } from '../generated/prisma/client'
import { JOB_CHANNEL } from '../jobEvents'
import { GRAPHILE_ATTEMPTS } from '../queue'
import type { StoredProblem } from './holdJob'
import { jobTask } from './queueJob'

/** Why a job is given up that has stopped its worker too often. */
export const crashedProblem = (attempts: number): StoredProblem => ({
  code: 'WORKER_CRASHED',
  message: `This picture stopped our worker ${attempts} times, so it was given up. Try another picture.`,
  details: { attempts },
})

/**
 * Brings back jobs that no living worker holds: those that have used up their attempts end as WORKER_CRASHED, the others wait again; and those that
 * graphile-worker does not know of (any more) are queued anew. A job in flight that nobody works on would be joined by every equal request, for ever.
 */
export async function recoverJobs(tx: Prisma.TransactionClient, maxAttempts: number): Promise<void> {
  // Locked in the order of batches (queueJobs), so that neither waits for the other for ever.
  await tx.$queryRaw`
    select from job where state = 'RUNNING' and not exists (select from worker where worker.id = job.worker_id) order by request_key for update`
  await tx.$queryRaw`
    with ended as (
      update job set state = 'FAILED', problem = ${JSON.stringify(crashedProblem(maxAttempts))}::jsonb, finished_at = now(), version = version + 1
      where state = 'RUNNING' and attempts >= ${maxAttempts} and not exists (select from worker where worker.id = job.worker_id)
      returning id)
    select pg_notify(${JOB_CHANNEL}, id::text)::text, graphile_worker.remove_job(id::text)::text from ended`
  const waiting = await tx.$queryRaw<unknown[]>`
    with waiting as (
      update job set state = 'QUEUED', worker_id = null, stage = null, fraction = 0, version = version + 1, queued_at = now()
      where state = 'RUNNING' and not exists (select from worker where worker.id = job.worker_id)
      returning id)
    select pg_notify(${JOB_CHANNEL}, id::text)::text from waiting`
  const unknown = await tx.$queryRaw<unknown[]>`
    select graphile_worker.add_job(${jobTask(Prisma.sql`payload`)}, json_build_object('jobId', id::text), job_key => id::text,
      max_attempts => ${GRAPHILE_ATTEMPTS}::int, priority => priority)::text
    from job where state = 'QUEUED' and not exists (select from graphile_worker._private_jobs where key = job.id::text and attempts < max_attempts)`
  // Who polls would find them too, a moment later.
  if (waiting.length + unknown.length > 0) await tx.$executeRaw`select pg_notify('jobs:insert', '{}')`
}
