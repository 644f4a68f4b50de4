import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { type BatchWithJobs, findBatch, type ItemWithJob, jobsOfBatch } from '#store/batches/findBatch'
import { nameOfBatch, repeatedBatch, requestBatch } from '#store/batches/requestBatch'
import { readBatch } from '../../batch/readBatch'
import { watchBatch } from '../../batch/watchBatch'
import type { GraphContext } from '../../context'
import { latestWithin } from '../../follow'
import type { GenerateMemesInput, MutationResolvers } from '../../generated/resolvers'
import { readIdempotencyKey } from '../../input/idempotencyKey'
import { invalid } from '../../input/invalid'
import { readWaitMs } from '../../input/waitMs'
import { orProblem, problemMember } from '../../problem'
import { storedProblem } from '../../storedProblem'
import { jobIsGone } from './batchFields'

/** @throws AppError INPUT_INVALID */
function checkLength({ items }: GenerateMemesInput, { limits }: Config): void {
  if (items.length === 0) throw invalid('items', 'There is nothing in this batch. Ask for one meme at least.')
  if (items.length > limits.max_batch)
    throw invalid('items', `There are ${items.length} items; at most ${limits.max_batch} are allowed in one batch.`)
}

/** @returns the batch's id, also when it was asked for before under the same key */
async function requested(input: GenerateMemesInput, context: GraphContext): Promise<string> {
  const { idempotencyKey, waitMs: _waitMs, ...asked } = input
  const key = readIdempotencyKey(idempotencyKey)
  checkLength(input, context.config)
  const repeatable = key === undefined ? undefined : { key, asked: nameOfBatch(asked) }
  // Before anything is read: an upload may have expired since.
  const known = repeatable && (await repeatedBatch(repeatable))
  return known ?? requestBatch(await readBatch(input, context), context.config, repeatable)
}

async function batchWithin(id: string, waitMs: number, { signal }: GraphContext): Promise<BatchWithJobs> {
  const jobIds = waitMs > 0 && !signal?.aborted ? await jobsOfBatch(id) : null
  const latest = jobIds ? await latestWithin(watchBatch(id, jobIds), waitMs, signal) : undefined
  const batch = latest?.batch ?? (await findBatch(id))
  if (!batch) throw new AppError('NOT_FOUND', 'There is no batch with this id.')
  return batch
}

/** A ticket for an item, or why there is none. */
const itemAnswer = ({ job, problem, joined, fromFinishedMeme }: ItemWithJob) => {
  if (job) return { __typename: 'JobTicket', job, joined, fromFinishedMeme, fromFinishedAnalysis: false } as const
  return problem ? storedProblem(problem) : problemMember(jobIsGone())
}

/** Asks for many memes at once: a ticket or a problem for each, or why there is no batch. */
export const generateMemes: NonNullable<MutationResolvers['generateMemes']> = (_root, { input }, context) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    const waitMs = readWaitMs(input.waitMs)
    const batch = await batchWithin(await requested(input, context), waitMs, context)
    return { __typename: 'BatchTicket', batch, items: batch.items.map(itemAnswer) }
  })
