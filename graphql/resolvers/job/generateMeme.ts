import { requestJob } from '#store/jobs/requestJob'
import type { MutationResolvers } from '../../generated/resolvers'
import { readGeneratePayload } from '../../input/generatePayload'
import { readIdempotencyKey } from '../../input/idempotencyKey'
import { readWaitMs } from '../../input/waitMs'
import { orProblem } from '../../problem'
import { ticketAnswer } from './ticket'

/** Asks for a meme: a ticket, or why not. */
export const generateMeme: NonNullable<MutationResolvers['generateMeme']> = (_root, { input }, context) =>
  orProblem(context, ['SourceProblem', 'CaptionProblem', 'RequestProblem', 'ServiceProblem'], async () => {
    const waitMs = readWaitMs(input.waitMs)
    const idempotencyKey = readIdempotencyKey(input.idempotencyKey)
    const payload = await readGeneratePayload(input, context.config, context.sources)
    return ticketAnswer(await requestJob(payload, context.config, idempotencyKey), waitMs, context)
  })
