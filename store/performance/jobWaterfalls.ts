import { type Waterfall, waterfalls } from '#core/performance/waterfall'
import { database } from '../database'
import type { StageRow } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'

/** Where the time of one job went, an attempt at a time; empty when its rows are gone or it has not ended yet. */
export async function jobWaterfalls(jobId: string): Promise<readonly Waterfall<StageRow>[]> {
  if (!isUuid(jobId)) return []
  return waterfalls(await database().stageRow.findMany({ where: { jobId }, orderBy: { id: 'asc' } }))
}
