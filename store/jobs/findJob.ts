import { database } from '../database'
import type { Job, Meme } from '../generated/prisma/client'

/** A job's row, with the meme that it ended in. */
export type JobWithMeme = Job & { meme: Meme | null }

/** @returns null when there is no such job, also for text that is no id at all */
export async function findJob(id: string): Promise<JobWithMeme | null> {
  if (!isUuid(id)) return null
  const job = await database().job.findUnique({ where: { id } })
  // Prisma's `include` asks for the meme also where there is none, and most looks at a job are before its end.
  return (
    job && {
      ...job,
      meme: job.memeId === null ? null : await database().meme.findUnique({ where: { id: job.memeId } }),
    }
  )
}

/** How many jobs stand before each of these in the queue; those that do not wait (any more) are not in it. */
export async function queuePositions(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await database().$queryRaw<{ id: string; ahead: number }[]>`
    select id, ahead::int from (
      select id, rank() over (order by priority, created_at) - 1 as ahead from job where state = 'QUEUED') waiting
    where id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, ahead }) => [id, ahead]))
}

/** How many jobs no worker has taken yet. */
export async function countWaiting(): Promise<number> {
  return database().job.count({ where: { state: 'QUEUED' } })
}

/** Whether a text can be an id at all: Postgres would fail on others. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
