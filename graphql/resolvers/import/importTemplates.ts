import { AppError } from '#core/errors'
import type { ImportPayload } from '#core/jobPayload'
import { needArchive } from '#store/archives/sniffArchive'
import { readHead } from '#store/files'
import { requestJob } from '#store/jobs/requestJob'
import { findUpload } from '#store/uploads'
import { needCurator } from '../../admin/needCurator'
import type { ImportTemplatesInput, MutationResolvers } from '../../generated/resolvers'
import { invalid } from '../../input/invalid'
import { readWaitMs } from '../../input/waitMs'
import { orProblem } from '../../problem'
import { ticketAnswer } from '../job/ticket'

const MAX_LICENCE = 500

/** Asks for the import of an archive: a ticket, or why not. */
export const importTemplates: NonNullable<MutationResolvers['importTemplates']> = (_root, { input }, context) =>
  orProblem(context, ['SourceProblem', 'RequestProblem', 'ServiceProblem'], async () => {
    const { name } = await needCurator(context)
    const waitMs = readWaitMs(input.waitMs)
    const payload = await readPayload(input, name)
    return ticketAnswer(await requestJob(payload, context.config), waitMs, context)
  })

/** @throws AppError INPUT_INVALID | UPLOAD_NOT_FOUND | NOT_AN_ARCHIVE */
async function readPayload(input: ImportTemplatesInput, actor: string): Promise<ImportPayload> {
  const { archiveId, newState, licence, dryRun } = input
  if (newState === 'RETIRED')
    throw invalid('newState', 'New templates become drafts or are published: DRAFT or PUBLISHED.')
  if ((licence ?? '').length > MAX_LICENCE) throw invalid('licence', `A licence has at most ${MAX_LICENCE} characters.`)
  const upload = await findUpload(archiveId)
  if (!upload) throw new AppError('UPLOAD_NOT_FOUND', 'This archive does not exist or has expired. Upload it again.')
  needArchive(await readHead('sources', upload.sha256, 4))
  return {
    kind: 'IMPORT',
    source: { sha256: upload.sha256, uploadId: upload.id },
    newState: newState === 'PUBLISHED' ? 'published' : 'draft',
    licence: (licence ?? '').trim(),
    dryRun: dryRun ?? false,
    actor,
  }
}
