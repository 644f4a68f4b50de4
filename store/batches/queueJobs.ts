import { randomUUID } from 'node:crypto'
import { Prisma } from '../generated/prisma/client'
import { batchPriority } from '../jobs/batchPriority'
import { hurryJob, jobSpec } from '../jobs/queueJob'
import type { AskedMeme } from './nameRequests'

/** The job that does what was asked. */
export interface FoundJob {
  readonly jobId: string
  /** It was in flight already. */
  readonly joined: boolean
}

/**
 * Joins jobs in flight, queues new ones as long as there is room, and writes down what finished memes answer, in one statement.
 * @param maxWaiting how many jobs may wait in all, so that one of a batch may join them
 * @returns by key; what found no room is not in it
 */
export async function queueJobs(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  asked: readonly AskedMeme[],
  maxWaiting: number,
): Promise<ReadonlyMap<string, FoundJob>> {
  const ids = asked.map(() => randomUUID())
  const priorities = asked.map(({ places }) => batchPriority(places[0]!))
  // The partial unique index on the key of jobs in flight decides who is first. In the order of keys, so that two batches with the same items never wait
  // for each other.
  const rows = await tx.$queryRaw<{ key: string; id: string; isNew: boolean }[]>`
    with item as (
      select * from unnest(${ids}::uuid[], ${asked.map(({ key }) => key)}::text[],
        ${asked.map(({ payload }) => JSON.stringify(payload))}::text[], ${asked.map(({ memeId }) => memeId)}::uuid[],
        ${asked.map(({ places }) => places.length)}::int[], ${priorities}::smallint[])
        with ordinality as item(id, key, payload, meme_id, requesters, priority, nth)
    ), room as (
      select ${maxWaiting} - count(*) as places from job where state = 'QUEUED'
    ), judged as (
      select item.*, needs_place, sum(needs_place::int) over (order by nth) as place
      from item, lateral (select meme_id is null and not exists (
        select from job where request_key = key and state in ('QUEUED', 'RUNNING')) as needs_place) judging
    ), asked as (
      insert into job (id, kind, payload, request_key, requesters, priority, state, fraction, meme_id, started_at, finished_at)
      select id, 'GENERATE', payload::jsonb, key, requesters, priority,
        case when meme_id is null then 'QUEUED' else 'DONE' end::"JobState", case when meme_id is null then 0 else 1 end, meme_id,
        case when meme_id is not null then now() end, case when meme_id is not null then now() end
      from judged, room where not needs_place or place <= room.places
      order by key
      on conflict (request_key) where state in ('QUEUED', 'RUNNING')
        do update set requesters = job.requesters + excluded.requesters, priority = least(job.priority, excluded.priority)
      returning id, request_key, priority
    ), queued as (
      select count(*) from (
        select array_agg(${jobSpec(Prisma.sql`item.id::text`, Prisma.sql`nth`, Prisma.sql`item.priority`, Prisma.sql`item.payload::jsonb`)} order by nth) as specs
        from item join asked using (id) where meme_id is null) new_jobs,
        lateral graphile_worker.add_jobs(specs) where specs is not null
    )
    select request_key as key, asked.id, item.id = asked.id as "isNew",
      case when item.id <> asked.id then ${hurryJob(Prisma.sql`asked.id::text`, Prisma.sql`asked.priority`)} end as hurried
    from asked join item on item.key = request_key, queued`
  return new Map(rows.map(({ key, id, isNew }) => [key, { jobId: id, joined: !isNew }]))
}
