import { needCurator } from '../../admin/needCurator'
import type { QueryResolvers } from '../../generated/resolvers'
import { readPerformanceQuestion } from '../../performance/performanceQuestion'
import { viewPerformance } from '../../performance/performanceView'

/** How everything worked in a time, for curators. */
export const performance: NonNullable<QueryResolvers['performance']> = async (_root, asked, context) => {
  await needCurator(context)
  return viewPerformance(readPerformanceQuestion(asked), context.config)
}
