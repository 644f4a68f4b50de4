import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson } from '#core/canonicalJson'
import type { Config } from '#core/config'
import { AppError, errorKinds } from '#core/errors'
import type { GeneratePayload } from '#core/jobPayload'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { waitingForBatches } from '../jobs/batchPriority'
import type { StoredProblem } from '../jobs/holdJob'
import { answerToKey, keepAnswer, lockKey } from '../jobs/idempotencyKey'
import { type AskedMeme, nameRequests } from './nameRequests'
import { type FoundJob, queueJobs } from './queueJobs'

/** An item as it came: what to make, or why it cannot be. */
export type ReadItem = { readonly payload: GeneratePayload } | { readonly problem: StoredProblem }

/** A client's own key for a batch, and the name of what is asked under it. */
export interface Repeatable {
  readonly key: string
  readonly asked: string
}

/** Names what a client sent, so that a repeat is known before anything of it is looked up. */
export const nameOfBatch = (input: unknown): string =>
  createHash('sha256')
    .update(`batch ${canonicalJson(input)}`)
    .digest('hex')

const queueFull: StoredProblem = { code: 'QUEUE_FULL', message: errorKinds.QUEUE_FULL.text, details: {} }

/**
 * The batch that a repeat asks for again.
 * @returns its id; undefined when the key is new, or its batch has been cleaned away
 * @throws AppError IDEMPOTENCY_CONFLICT
 */
export async function repeatedBatch(
  { key, asked }: Repeatable,
  tx: Prisma.TransactionClient = database(),
): Promise<string | undefined> {
  const id = await answerToKey(tx, key, asked)
  return id !== undefined && (await tx.batch.count({ where: { id } })) === 1 ? id : undefined
}

/**
 * Asks for several memes at once: a handful of statements, however many there are. Equal items share one job.
 * @returns the batch's id
 * @throws AppError QUEUE_FULL when nothing of it found room (then nothing is kept, so that the same key may try again) | IDEMPOTENCY_CONFLICT
 */
export async function requestBatch(
  items: readonly ReadItem[],
  config: Config,
  repeatable?: Repeatable,
): Promise<string> {
  const wanted = items.flatMap((item, place) => ('payload' in item ? [[place, item.payload] as const] : []))
  const asked = await nameRequests(new Map(wanted), config)
  const id = randomUUID()
  return database().$transaction(async (tx) => {
    if (repeatable) {
      await lockKey(tx, repeatable.key)
      const known = await repeatedBatch(repeatable, tx)
      if (known) return known
    }
    const jobs =
      asked.length === 0 ? new Map() : await queueJobs(tx, asked, waitingForBatches(config.queue.max_waiting))
    if (asked.length > 0 && jobs.size === 0) throw new AppError('QUEUE_FULL')
    await tx.batch.create({ data: { id } })
    await tx.batchItem.createMany({ data: itemRows(id, items, asked, jobs) })
    if (repeatable) await keepAnswer(tx, repeatable.key, repeatable.asked, id)
    return id
  })
}

/** What became of each item, as rows. Of equal items all but the first have joined. */
function itemRows(
  batchId: string,
  items: readonly ReadItem[],
  asked: readonly AskedMeme[],
  jobs: ReadonlyMap<string, FoundJob>,
): Prisma.BatchItemCreateManyInput[] {
  const rows: Prisma.BatchItemCreateManyInput[] = items.flatMap((item, index) =>
    'problem' in item ? [{ batchId, index, problem: item.problem as unknown as Prisma.InputJsonObject }] : [],
  )
  for (const { key, memeId, places } of asked) {
    const found = jobs.get(key)
    for (const [nth, index] of places.entries())
      rows.push(
        found
          ? {
              batchId,
              index,
              jobId: found.jobId,
              joined: memeId === null && (found.joined || nth > 0),
              fromFinishedMeme: memeId !== null,
            }
          : { batchId, index, problem: queueFull as unknown as Prisma.InputJsonObject },
      )
  }
  return rows
}
