import { errorKinds } from '#core/errors'
import { database } from '../database'
import { CANCEL_CHANNEL, JOB_CHANNEL } from '../jobEvents'
import { isUuid } from '../jobs/findJob'
import type { StoredProblem } from '../jobs/holdJob'

const cancelled: StoredProblem = { code: 'CANCELLED', message: errorKinds.CANCELLED.text, details: {} }

/**
 * Takes a batch's requesters off its jobs that have not ended; those without any left end, whether they wait or run (their workers are told by the same
 * NOTIFY). Their items are cancelled for good, also where the job goes on for others. What `cancelJob` has taken off a job may have been this batch's, and
 * is not taken off again: at worst a job is done that nobody wants, but none ends that somebody does. A second time does nothing.
 * @returns false when there is no such batch
 */
export async function cancelBatch(id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  return database().$transaction(async (tx) => {
    const { count } = await tx.batch.updateMany({ where: { id, cancelledAt: null }, data: { cancelledAt: new Date() } })
    if (count === 0) return (await tx.batch.count({ where: { id } })) === 1
    // Jobs are locked in the order in which batches ask for them: see queueJobs.
    await tx.$queryRaw`
      with mine as (
        select job_id, count(*) as requesters from batch_item where batch_id = ${id}::uuid and job_id is not null group by job_id
      ), held as (
        select job.id, greatest(mine.requesters - taken_off, 0) as requesters, least(mine.requesters, taken_off) as taken_off
        from job join mine on job_id = job.id
        where state in ('QUEUED', 'RUNNING') order by request_key for update of job
      ), changed as (
        update job set
          requesters = job.requesters - held.requesters,
          taken_off = job.taken_off - held.taken_off,
          state = case when job.requesters <= held.requesters then 'CANCELLED'::"JobState" else state end,
          finished_at = case when job.requesters <= held.requesters then now() end,
          version = version + 1
        from held where job.id = held.id
        returning job.id, job.requesters <= 0 as ended
      ), told as (
        update batch_item set problem = ${JSON.stringify(cancelled)}::jsonb from changed where batch_id = ${id}::uuid and job_id = changed.id
      )
      select pg_notify(${JOB_CHANNEL}, id::text)::text,
        case when ended then pg_notify(${CANCEL_CHANNEL}, id::text)::text end,
        case when ended then graphile_worker.remove_job(id::text)::text end
      from changed`
    // Whoever follows the batch reads its items again.
    await tx.$executeRaw`select pg_notify(${JOB_CHANNEL}, ${id})`
    return true
  })
}
