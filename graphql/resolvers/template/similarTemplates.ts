import { AppError } from '#core/errors'
import { askWorker, questionTasks } from '#store/askWorker'
import { readyClip } from '#store/readyClip'
import { templatesById } from '#store/templates/findTemplates'
import { leadingTemplate } from '#store/templates/followTemplates'
import { type SimilarTemplate, similarToPicture, similarToTemplate } from '#store/templates/similarTemplates'
import { descriptionId, type UploadDescription, uploadDescriptions } from '#store/uploadDescriptions'
import { findUpload } from '#store/uploads'
import { findWorkerAnswer, looksKey } from '#store/workerAnswers'
import type { GraphContext } from '../../context'
import type { QueryResolvers } from '../../generated/resolvers'
import { inRange, invalid } from '../../input/invalid'

const MAX_FIRST = 50
const WAIT_MS = 5000

async function likeTemplate(idOrSlug: string, first: number): Promise<readonly SimilarTemplate[]> {
  const found = await leadingTemplate(idOrSlug)
  if (found?.state !== 'PUBLISHED')
    throw new AppError('NOT_FOUND', 'There is no published template with this name or id.', {
      details: { field: 'templateId' },
    })
  return similarToTemplate(found.id, first)
}

async function likeUpload(
  uploadId: string,
  first: number,
  config: GraphContext['config'],
): Promise<readonly SimilarTemplate[]> {
  const upload = await findUpload(uploadId)
  if (!upload) throw new AppError('UPLOAD_NOT_FOUND')
  const { sha256 } = upload
  const ready = await readyClip(config.queue.dead_after_seconds)
  const key = looksKey(sha256, ready)
  const find = async () =>
    (await uploadDescriptions(config).get(descriptionId(sha256, ready)))?.value ??
    (await findWorkerAnswer<UploadDescription>(key))
  const looks = await askWorker({ task: questionTasks.describeUpload, key, payload: { sha256 }, find }, WAIT_MS)
  if (!looks) throw new AppError('JOB_TIMEOUT', 'No worker has looked at this picture yet. Try again in a moment.')
  const { fingerprints, clip } = looks
  return similarToPicture({ fingerprints, clips: clip ? [clip] : [] }, first)
}

/** Published templates like another, or like an upload. @throws AppError INPUT_INVALID | NOT_FOUND | UPLOAD_NOT_FOUND | JOB_TIMEOUT */
export const similarTemplates: NonNullable<QueryResolvers['similarTemplates']> = async (
  _root,
  { templateId, uploadId, first },
  { config },
) => {
  const size = inRange('first', first ?? 12, 1, MAX_FIRST)
  if ((templateId == null) === (uploadId == null))
    throw invalid('templateId', 'Give exactly one of templateId and uploadId.')
  const hits = templateId != null ? await likeTemplate(templateId, size) : await likeUpload(uploadId!, size, config)
  const hitOf = new Map(hits.map((hit) => [hit.id, hit]))
  const templates = await templatesById([...hitOf.keys()], { state: 'PUBLISHED' })
  return templates.map((template) => {
    const { similarity, reasons } = hitOf.get(template.id)!
    return { template, similarity, reasons }
  })
}
