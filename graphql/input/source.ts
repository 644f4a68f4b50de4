import { AppError } from '#core/errors'
import type { Source } from '#core/jobPayload'
import type { PictureSourceInput } from '../generated/resolvers'
import type { SourceLoaders } from '../sourceLoaders'
import { invalid } from './invalid'
import { readPictureUrl } from './pictureUrl'

/** @throws AppError UPLOAD_NOT_FOUND | URL_INVALID | INPUT_INVALID */
export async function readSource(
  { uploadId, url, templateId }: PictureSourceInput,
  sources: SourceLoaders,
): Promise<Source> {
  if (templateId != null) throw invalid('source.templateId', 'What stands on a template is known: ask for `template`.')
  if (url != null) return { url: readPictureUrl(url) }
  // @oneOf: exactly one of them is there.
  const upload = await sources.upload.load(uploadId!)
  if (!upload) throw new AppError('UPLOAD_NOT_FOUND')
  return { sha256: upload.sha256, uploadId: upload.id }
}
