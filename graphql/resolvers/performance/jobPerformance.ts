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
      job: job === null ? null : { ...job, ...rssOf(job), offsetMs: attempt.queuedMs, waitedMs: attempt.queuedMs },
      steps: steps.map((step) => ({ ...step, ...rssOf(step) })),
    })),
  profiles: ({ jobId, profiledThreads }) =>
    profiledThreads.map((thread) => ({ thread, url: `/api/admin/profiles/${jobId}?thread=${thread}` })),
}

const rssOf = (step: { readonly rssBeforeBytes: bigint | null; readonly rssAfterBytes: bigint | null }) => ({
  rssBeforeBytes: bytes(step.rssBeforeBytes),
  rssAfterBytes: bytes(step.rssAfterBytes),
})
