import { AppError } from '#core/errors'
import { batchSums } from '../../batch/batchSums'
import type { BatchItemResolvers, BatchResolvers } from '../../generated/resolvers'
import { problemMember } from '../../problem'
import { storedProblem } from '../../storedProblem'
import { jobProblem } from '../job/jobProblem'

/** How a stored batch becomes the public Batch: its numbers are those of its items. */
export const batchFields: BatchResolvers = {
  total: ({ items }) => items.length,
  waiting: (batch) => batchSums(batch, new Date()).waiting,
  running: (batch) => batchSums(batch, new Date()).running,
  done: (batch) => batchSums(batch, new Date()).done,
  failed: (batch) => batchSums(batch, new Date()).failed,
  fraction: (batch) => batchSums(batch, new Date()).fraction,
  etaSeconds: (batch) => batchSums(batch, new Date()).etaSeconds,
  ended: (batch) => batchSums(batch, new Date()).ended,
}

/** Why there is nothing more to say of an item that had a job. */
export const jobIsGone = (): AppError => new AppError('NOT_FOUND', 'This meme’s job has been cleaned away.')

/** How an item becomes the public BatchItem. */
export const batchItemFields: BatchItemResolvers = {
  meme: ({ job, problem }) => (problem === null ? (job?.meme ?? null) : null),
  problem({ job, problem }) {
    if (problem !== null) return storedProblem(problem)
    if (job === null) return problemMember(jobIsGone())
    return jobProblem(job)
  },
}
