import { database } from '../database'
import { isUuid, type JobWithMeme } from '../jobs/findJob'
import type { StoredProblem } from '../jobs/holdJob'

/** An item of a batch and its job as it is now. */
export interface ItemWithJob {
  /** Its place in the request, from 0. */
  readonly index: number
  readonly jobId: string | null
  readonly joined: boolean
  readonly fromFinishedMeme: boolean
  /** Why it was refused, or that it was cancelled with its batch while its job goes on for others. */
  readonly problem: StoredProblem | null
  /** Null when it was refused, or its job has been cleaned away. */
  readonly job: JobWithMeme | null
}

/** A batch and how all of its items are now. */
export interface BatchWithJobs {
  readonly id: string
  readonly createdAt: Date
  readonly cancelledAt: Date | null
  readonly items: readonly ItemWithJob[]
}

/** Jobs by id, with their memes; those that are not there (any more) are not in it. */
export async function findJobs(ids: readonly string[]): Promise<ReadonlyMap<string, JobWithMeme>> {
  const jobs = await database().job.findMany({ where: { id: { in: [...ids] } }, include: { meme: true } })
  return new Map(jobs.map((job) => [job.id, job]))
}

/** The same items with newer rows of their jobs; jobs that are not among them stay as they are. */
export const withJobs = (batch: BatchWithJobs, jobs: ReadonlyMap<string, JobWithMeme>): BatchWithJobs => ({
  ...batch,
  items: batch.items.map((item) => ({ ...item, job: (item.jobId && jobs.get(item.jobId)) || item.job })),
})

/** @returns null when there is no such batch, also for text that is no id at all */
export async function findBatch(id: string): Promise<BatchWithJobs | null> {
  if (!isUuid(id)) return null
  const row = await database().batch.findUnique({
    where: { id },
    include: { items: { orderBy: { index: 'asc' } } },
  })
  if (!row) return null
  const items = row.items.map((item) => ({
    ...item,
    problem: item.problem as unknown as StoredProblem | null,
    job: null,
  }))
  return withJobs({ ...row, items }, await findJobs(row.items.flatMap(({ jobId }) => jobId ?? [])))
}

/** @returns the ids of a batch's jobs, each once; null when there is no such batch */
export async function jobsOfBatch(id: string): Promise<readonly string[] | null> {
  if (!isUuid(id)) return null
  const rows = await database().$queryRaw<{ jobIds: string[] | null }[]>`
    select array_agg(distinct job_id) filter (where job_id is not null) as "jobIds"
    from batch left join batch_item on batch_id = batch.id where batch.id = ${id}::uuid group by batch.id`
  return rows[0] ? (rows[0].jobIds ?? []) : null
}
