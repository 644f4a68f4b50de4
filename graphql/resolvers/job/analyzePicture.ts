import { requestJob } from '#store/jobs/requestJob'
import type { MutationResolvers } from '../../generated/resolvers'
import { readSource } from '../../input/source'
import { readWaitMs } from '../../input/waitMs'
import { orProblem } from '../../problem'
import { ticketAnswer } from './ticket'

/** Asks for a picture's words and places: a ticket, or why not. */
export const analyzePicture: NonNullable<MutationResolvers['analyzePicture']> = (_root, { input }, context) =>
  orProblem(context, ['SourceProblem', 'RequestProblem', 'ServiceProblem'], async () => {
    const waitMs = readWaitMs(input.waitMs)
    const source = await readSource(input.source, context.sources)
    return ticketAnswer(
      await requestJob({ kind: 'ANALYZE', source, recognise: input.recognise ?? true }, context.config),
      waitMs,
      context,
    )
  })
