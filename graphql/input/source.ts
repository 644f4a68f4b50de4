import { AppError } from '#core/errors'
import type { Source } from '#core/jobPayload'
import { findUpload } from '#store/uploads'
import type { PictureSourceInput } from '../generated/resolvers'
import { readPictureUrl } from './pictureUrl'

/** @throws AppError UPLOAD_NOT_FOUND | URL_INVALID */
export async function readSource({ uploadId, url }: PictureSourceInput): Promise<Source> {
  if (url != null) return { url: readPictureUrl(url) }
  // @oneOf: exactly one of the two is there.
  const upload = await findUpload(uploadId!)
  if (!upload) throw new AppError('UPLOAD_NOT_FOUND')
  return { sha256: upload.sha256, uploadId: upload.id }
}
