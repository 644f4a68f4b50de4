import type { Analysis } from '#core/analysis'
import { AppError, type ErrorCode } from '#core/errors'
import type { ImportReport } from '#core/importReport'
import type { PreparedPicture } from '#core/preparedPicture'
import { type Stage, stageText } from '#core/stage'
import { queuePosition } from '#store/jobs/findJob'
import type { StoredProblem } from '#store/jobs/holdJob'
import { curatorOrNull } from '../../admin/needCurator'
import type { JobResolvers } from '../../generated/resolvers'
import { problemMember } from '../../problem'
import { publicStage } from './publicStage'

/** How a job's row becomes the public Job. Fields that are not here have the row's own names and values. */
export const jobFields: JobResolvers = {
  stage: ({ stage }) => (stage === null ? null : publicStage(stage as Stage)),
  stageText: ({ stage }) => (stage === null ? null : stageText[stage as Stage]),
  queuePosition: (job) => (job.state === 'QUEUED' ? queuePosition(job) : null),
  analysis: ({ analysis }) => analysis as Analysis | null,
  importReport: async ({ importReport }, _args, context) =>
    importReport !== null && (await curatorOrNull(context)) ? (importReport as unknown as ImportReport) : null,
  templatePicture: async ({ templatePicture }, _args, context) =>
    templatePicture !== null && (await curatorOrNull(context)) ? (templatePicture as unknown as PreparedPicture) : null,
  problem({ state, problem }) {
    if (state === 'CANCELLED') return problemMember(new AppError('CANCELLED'))
    if (state !== 'FAILED' || problem === null) return null
    const { code, message, details, traceId } = problem as unknown as StoredProblem
    return problemMember({ code: code as ErrorCode, message, details: details as AppError['details'], traceId })
  },
}
