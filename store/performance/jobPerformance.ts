import { type Waterfall, waterfalls } from '#core/performance/waterfall'
import { database } from '../database'
import type { StageRow } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'
import { profiledThreads } from '../sweepProfiles'

/** Where the time of one job went. */
export interface JobPerformance {
  readonly jobId: string
  /** At least one, the first one first. */
  readonly attempts: readonly Waterfall<StageRow>[]
  /** Of which threads there are CPU profiles, the main thread first; empty when it was not profiled. */
  readonly profiledThreads: readonly string[]
}

/** @returns null when the job's rows are gone, or it has not ended yet */
export async function jobPerformance(jobId: string): Promise<JobPerformance | null> {
  if (!isUuid(jobId)) return null
  const rows = await database().stageRow.findMany({ where: { jobId }, orderBy: { id: 'asc' } })
  if (rows.length === 0) return null
  return { jobId, attempts: waterfalls(rows), profiledThreads: await profiledThreads(jobId) }
}
