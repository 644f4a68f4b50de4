import type { StageRow } from '#store/generated/prisma/client'
import { jobPerformance as storedJobPerformance } from '#store/performance/jobPerformance'
import { needCurator } from '../../admin/needCurator'
import type { JobPerformanceResolvers, QueryResolvers } from '../../generated/resolvers'

/** Where the time of one job went, for curators. */
export const jobPerformance: NonNullable<QueryResolvers['jobPerformance']> = async (_root, { jobId }, context) => {
  await needCurator(context)
  return storedJobPerformance(jobId)
}

const bytes = (value: bigint | null) => (value === null ? null : Number(value))

/** How its rows become what curators see. */
export const jobPerformanceFields: JobPerformanceResolvers = {
  attempts: ({ attempts }) =>
    attempts.map(({ job, steps, ...attempt }) => ({
      ...attempt,
      job: job === null ? null : { ...job, ...bytesOf(job), offsetMs: attempt.queuedMs, gapMs: attempt.queuedMs },
      steps: steps.map((step) => ({ ...step, ...bytesOf(step) })),
    })),
  profiles: ({ jobId, profiledThreads }) =>
    profiledThreads.map((thread) => ({ thread, url: `/api/admin/profiles/${jobId}?thread=${thread}` })),
}

type StoredBytes = Pick<StageRow, 'rssBeforeBytes' | 'rssAfterBytes' | 'inputBytes' | 'outputBytes'>

const bytesOf = (step: StoredBytes) => ({
  rssBeforeBytes: bytes(step.rssBeforeBytes),
  rssAfterBytes: bytes(step.rssAfterBytes),
  inputBytes: bytes(step.inputBytes),
  outputBytes: bytes(step.outputBytes),
})
