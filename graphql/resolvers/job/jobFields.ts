import type { Analysis } from '#core/analysis'
import type { ImportReport } from '#core/importReport'
import type { PreparedPicture } from '#core/preparedPicture'
import { type Stage, stageText } from '#core/stage'
import { curatorOrNull } from '../../admin/needCurator'
import type { JobResolvers } from '../../generated/resolvers'
import { jobProblem } from './jobProblem'
import { publicStage } from './publicStage'

/** How a job's row becomes the public Job. Fields that are not here have the row's own names and values. */
export const jobFields: JobResolvers = {
  stage: ({ stage }) => (stage === null ? null : publicStage(stage as Stage)),
  stageText: ({ stage }) => (stage === null ? null : stageText[stage as Stage]),
  queuePosition: ({ id, state }, _args, { queue }) => (state === 'QUEUED' ? queue.load(id) : null),
  analysis: ({ analysis }) => analysis as Analysis | null,
  importReport: async ({ importReport }, _args, context) =>
    importReport !== null && (await curatorOrNull(context)) ? (importReport as unknown as ImportReport) : null,
  templatePicture: async ({ templatePicture }, _args, context) =>
    templatePicture !== null && (await curatorOrNull(context)) ? (templatePicture as unknown as PreparedPicture) : null,
  problem: jobProblem,
}
