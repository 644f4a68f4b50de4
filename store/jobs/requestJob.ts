import { randomUUID } from 'node:crypto'
import type { Analysis } from '#core/analysis'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import type { JobPayload } from '#core/jobPayload'
import { findAnalysis } from '../analyses'
import { database } from '../database'
import { type Job, Prisma } from '../generated/prisma/client'
import { findFinishedMeme } from '../memes'
import { SINGLE_PRIORITY } from './batchPriority'
import { answerToKey, keepAnswer, lockKey } from './idempotencyKey'
import { hurryJob, queueJob } from './queueJob'
import { galleryFor, requestKey } from './requestKey'

/** The answer to a request: the job to follow, which may be another's or done already. */
export interface Ticket {
  readonly job: Job
  /** An equal request was in flight and this one joined it. */
  readonly joined: boolean
  /** A meme finished earlier answers this request. */
  readonly fromFinishedMeme: boolean
  /** What was found on the picture earlier answers this request. */
  readonly fromFinishedAnalysis: boolean
}

/** What a job has ended in before it was asked for. */
type Finished = { readonly memeId: string } | { readonly analysis: Analysis }

/**
 * Asks for a job: answers it from a finished meme or analysis, joins an equal one in flight, or queues a new one.
 * @throws AppError QUEUE_FULL | IDEMPOTENCY_CONFLICT
 */
export async function requestJob(payload: JobPayload, config: Config, idempotencyKey?: string): Promise<Ticket> {
  const key = requestKey(payload, config, await galleryFor(payload))
  const finished = await findFinished(payload, key, config)
  const ask = async (tx: Prisma.TransactionClient): Promise<Ticket> =>
    finished
      ? ticketOf(await insertFinished(tx, payload, key, finished), finished)
      : await joinOrQueue(tx, payload, key, config)
  // Without an idempotency key it is a single statement, and needs no transaction around it.
  if (idempotencyKey === undefined) return ask(database())
  return database().$transaction(async (tx) => {
    // A repeat asks the same, also when a template has come since.
    const asked = requestKey(payload, config, null)
    const known = await ticketOfIdempotencyKey(tx, idempotencyKey, asked)
    if (known) return known
    const ticket = await ask(tx)
    await keepAnswer(tx, idempotencyKey, asked, ticket.job.id)
    return ticket
  })
}

async function findFinished(payload: JobPayload, key: string, config: Config): Promise<Finished | undefined> {
  if (payload.kind === 'GENERATE' && config.cache.enable_meme_cache) {
    const memeId = await findFinishedMeme(key)
    return memeId === undefined ? undefined : { memeId }
  }
  if (payload.kind !== 'ANALYZE') return undefined
  const analysis = await findAnalysis(payload, key, config)
  return analysis && { analysis }
}

const ticketOf = (job: Job, finished: Finished): Ticket => ({
  job,
  joined: false,
  fromFinishedMeme: 'memeId' in finished,
  fromFinishedAnalysis: 'analysis' in finished,
})

/** The answer that this key got before. */
async function ticketOfIdempotencyKey(
  tx: Prisma.TransactionClient,
  idempotencyKey: string,
  key: string,
): Promise<Ticket | undefined> {
  await lockKey(tx, idempotencyKey)
  const id = await answerToKey(tx, idempotencyKey, key)
  const job = id === undefined ? null : await tx.job.findUnique({ where: { id } })
  return job
    ? { job, joined: job.finishedAt === null, fromFinishedMeme: job.memeId !== null, fromFinishedAnalysis: false }
    : undefined
}

function insertFinished(
  tx: Prisma.TransactionClient,
  payload: JobPayload,
  key: string,
  finished: Finished,
): Promise<Job> {
  const now = new Date()
  return tx.job.create({
    data: {
      id: randomUUID(),
      kind: payload.kind,
      state: 'DONE',
      fraction: 1,
      payload: payload as unknown as Prisma.InputJsonObject,
      requestKey: key,
      ...('memeId' in finished ? finished : { analysis: finished.analysis as unknown as Prisma.InputJsonObject }),
      startedAt: now,
      finishedAt: now,
    },
  })
}

async function joinOrQueue(
  tx: Prisma.TransactionClient,
  payload: JobPayload,
  key: string,
  config: Config,
): Promise<Ticket> {
  const id = randomUUID()
  // The partial unique index on the key of jobs in flight decides who is first; the others raise its count of requesters. Who may
  // only join is told by the queue being full. One statement: a client waits for every round trip.
  const [row] = await tx.$queryRaw<{ id: string; queued: string | null }[]>`
    with asked as (
      insert into job (id, kind, payload, request_key)
      select ${id}::uuid, ${payload.kind}::"JobKind", ${JSON.stringify(payload)}::jsonb, ${key}
      where (select count(*) from job where state = 'QUEUED') < ${config.queue.max_waiting}
        or exists (select from job where request_key = ${key} and state in ('QUEUED', 'RUNNING'))
      on conflict (request_key) where state in ('QUEUED', 'RUNNING')
        do update set requesters = job.requesters + 1, priority = ${SINGLE_PRIORITY}::smallint
      returning id, payload)
    select id, case when id = ${id}::uuid then ${queueJob(id, Prisma.sql`payload`)}::text else ${hurryJob(Prisma.sql`asked.id::text`, Prisma.sql`${SINGLE_PRIORITY}::smallint`)} end as queued
    from asked`
  if (!row) throw new AppError('QUEUE_FULL')
  const job = await tx.job.findUniqueOrThrow({ where: { id: row.id } })
  return { job, joined: row.id !== id, fromFinishedMeme: false, fromFinishedAnalysis: false }
}
