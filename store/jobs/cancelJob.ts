import { database } from '../database'
import { CANCEL_CHANNEL } from '../jobEvents'
import { dequeue } from '../queue'
import { findJob, type JobWithMeme } from './findJob'
import { notifyJob } from './notify'

/**
 * Takes one requester off a job; the last one ends it, whether it waits or runs (its worker is told by the same NOTIFY).
 * A job that has ended already is returned as it is. Nobody knows whose requester it was: a batch that has the job, too, takes one fewer off then
 * (`cancelBatch`).
 * @returns null when there is no such job
 */
export async function cancelJob(id: string): Promise<JobWithMeme | null> {
  if (!(await findJob(id))) return null
  await database().$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ ended: boolean }[]>`
      update job set
        requesters = requesters - 1,
        taken_off = taken_off + 1,
        state = case when requesters <= 1 then 'CANCELLED'::"JobState" else state end,
        finished_at = case when requesters <= 1 then now() end,
        version = version + 1
      where id = ${id}::uuid and state in ('QUEUED', 'RUNNING')
      returning requesters <= 0 as ended`
    if (job?.ended) {
      await dequeue(tx, id)
      await tx.$executeRaw`select pg_notify(${CANCEL_CHANNEL}, ${id})`
    }
    await notifyJob(tx, id)
  })
  return findJob(id)
}
