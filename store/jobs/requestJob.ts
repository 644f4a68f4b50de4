import { randomUUID } from 'node:crypto'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import type { JobPayload } from '#core/jobPayload'
import { database } from '../database'
import type { Job, Prisma } from '../generated/prisma/client'
import { findFinishedMeme } from '../memes'
import { enqueue } from '../queue'
import { requestKey } from './requestKey'

export interface Ticket {
  readonly job: Job
  /** An equal request was in flight and this one joined it. */
  readonly joined: boolean
  /** A meme finished earlier answers this request. */
  readonly fromFinishedMeme: boolean
}

/**
 * Asks for a job: answers it from a finished meme, joins an equal one in flight, or queues a new one.
 * @throws AppError QUEUE_FULL | IDEMPOTENCY_CONFLICT
 */
export async function requestJob(payload: JobPayload, config: Config, idempotencyKey?: string): Promise<Ticket> {
  const key = requestKey(payload, config)
  if (idempotencyKey !== undefined) {
    const known = await jobOfIdempotencyKey(idempotencyKey, key)
    if (known) return { job: known, joined: true, fromFinishedMeme: false }
  }
  const memeId = payload.kind === 'GENERATE' ? await findFinishedMeme(key) : undefined
  return database().$transaction(async (tx) => {
    const ticket = memeId
      ? { job: await insertFinished(tx, payload, key, memeId), joined: false, fromFinishedMeme: true }
      : await joinOrQueue(tx, payload, key, config)
    if (idempotencyKey === undefined) return ticket
    return (await keepIdempotencyKey(tx, idempotencyKey, key, ticket.job.id)) ?? ticket
  })
}

async function jobOfIdempotencyKey(idempotencyKey: string, key: string): Promise<Job | undefined> {
  const known = await database().idempotencyKey.findUnique({ where: { key: idempotencyKey } })
  if (!known) return undefined
  if (known.requestKey !== key) throw new AppError('IDEMPOTENCY_CONFLICT')
  return (await database().job.findUnique({ where: { id: known.jobId } })) ?? undefined
}

/** Two requests with the same new key may race: the first one's row wins, and the second answers its job. */
async function keepIdempotencyKey(
  tx: Prisma.TransactionClient,
  idempotencyKey: string,
  key: string,
  jobId: string,
): Promise<Ticket | undefined> {
  const inserted = await tx.$executeRaw`
    insert into idempotency_key (key, request_key, job_id) values (${idempotencyKey}, ${key}, ${jobId}::uuid)
    on conflict (key) do nothing`
  if (inserted === 1) return undefined
  const winner = await tx.idempotencyKey.findUniqueOrThrow({ where: { key: idempotencyKey } })
  if (winner.requestKey !== key) throw new AppError('IDEMPOTENCY_CONFLICT')
  const job = await tx.job.findUnique({ where: { id: winner.jobId } })
  return job ? { job, joined: true, fromFinishedMeme: false } : undefined
}

function insertFinished(tx: Prisma.TransactionClient, payload: JobPayload, key: string, memeId: string): Promise<Job> {
  const now = new Date()
  return tx.job.create({
    data: {
      id: randomUUID(),
      kind: payload.kind,
      state: 'DONE',
      fraction: 1,
      payload: payload as unknown as Prisma.InputJsonObject,
      requestKey: key,
      memeId,
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
): Promise<Omit<Ticket, 'fromFinishedMeme'> & { fromFinishedMeme: false }> {
  const waiting = await tx.job.count({ where: { state: 'QUEUED' } })
  const id = randomUUID()
  // The partial unique index on the key of jobs in flight decides who is first; the others raise its count of requesters.
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into job (id, kind, payload, request_key)
    values (${id}::uuid, ${payload.kind}::"JobKind", ${JSON.stringify(payload)}::jsonb, ${key})
    on conflict (request_key) where state in ('QUEUED', 'RUNNING') do update set requesters = job.requesters + 1
    returning id`
  const joined = row?.id !== id
  if (!joined) {
    if (waiting >= config.queue.max_waiting) throw new AppError('QUEUE_FULL')
    await enqueue(tx, id, config.queue.max_attempts)
  }
  return { job: await tx.job.findUniqueOrThrow({ where: { id: row!.id } }), joined, fromFinishedMeme: false }
}
