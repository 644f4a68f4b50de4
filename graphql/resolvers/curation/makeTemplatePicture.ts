import { AppError } from '#core/errors'
import type { TemplatePicturePayload } from '#core/jobPayload'
import { requestJob } from '#store/jobs/requestJob'
import { findMeme } from '#store/memes'
import { findRecurringUpload } from '#store/recurringUploads'
import { needCurator } from '../../admin/needCurator'
import type { MutationResolvers, TemplatePictureSourceInput } from '../../generated/resolvers'
import { invalid } from '../../input/invalid'
import { readSource } from '../../input/source'
import { readWaitMs } from '../../input/waitMs'
import { orProblem } from '../../problem'
import type { SourceLoaders } from '../../sourceLoaders'
import { ticketAnswer } from '../job/ticket'

/** @throws AppError UPLOAD_NOT_FOUND | URL_INVALID | NOT_FOUND */
async function readPictureSource(
  input: TemplatePictureSourceInput,
  sources: SourceLoaders,
): Promise<TemplatePicturePayload['source']> {
  const { uploadId, url, memeId, recurringUploadId } = input
  if (memeId != null) {
    if (await findMeme(memeId)) return { memeId }
    throw notFound('source.memeId', 'There is no meme with this id.')
  }
  if (recurringUploadId != null) {
    const sha256 = await findRecurringUpload(recurringUploadId)
    if (sha256 !== undefined) return { sha256 }
    throw notFound('source.recurringUploadId', 'This picture is not on the list (any more).')
  }
  // @oneOf: exactly one of them is there.
  if (url != null) return readSource({ url }, sources)
  if (uploadId != null) return readSource({ uploadId }, sources)
  throw invalid('source', 'Say where the picture comes from.')
}

const notFound = (field: string, message: string): AppError =>
  new AppError('NOT_FOUND', message, { details: { field } })

/** Asks for a picture that a template can have: a ticket, or why not. */
export const makeTemplatePicture: NonNullable<MutationResolvers['makeTemplatePicture']> = (_root, { input }, context) =>
  orProblem(context, ['SourceProblem', 'RequestProblem', 'ServiceProblem'], async () => {
    await needCurator(context)
    const waitMs = readWaitMs(input.waitMs)
    const source = await readPictureSource(input.source, context.sources)
    const payload = { kind: 'TEMPLATE_PICTURE', source, withoutWords: input.withoutWords ?? false } as const
    return ticketAnswer(await requestJob(payload, context.config), waitMs, context)
  })
