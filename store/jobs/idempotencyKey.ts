import { AppError } from '#core/errors'
import type { Prisma } from '../generated/prisma/client'

/**
 * What a client's own key was answered with before.
 * @param requestKey names what is asked for
 * @returns the id of a job or batch, which may have been cleaned away since; undefined for a new key
 * @throws AppError IDEMPOTENCY_CONFLICT when the key came with something else
 */
export async function answerToKey(
  db: Pick<Prisma.TransactionClient, 'idempotencyKey'>,
  key: string,
  requestKey: string,
): Promise<string | undefined> {
  const known = await db.idempotencyKey.findUnique({ where: { key } })
  if (known && known.requestKey !== requestKey) throw new AppError('IDEMPOTENCY_CONFLICT')
  return known?.jobId
}

/** Until the transaction ends, others with the same key wait: a repeat is no second requester. */
export async function lockKey(tx: Prisma.TransactionClient, key: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
}

/** A key whose job or batch has been cleaned away names the new one from now on. */
export async function keepAnswer(
  tx: Prisma.TransactionClient,
  key: string,
  requestKey: string,
  id: string,
): Promise<void> {
  const row = { requestKey, jobId: id }
  await tx.idempotencyKey.upsert({ where: { key }, create: { key, ...row }, update: row })
}
