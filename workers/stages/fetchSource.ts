import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import type { Source } from '#core/jobPayload'
import { fileSize, putSourceStream } from '#store/files'
import { saveUpload } from '#store/uploads'
import { openPictureUrl } from '../safeFetch'
import type { StageNote } from '../step'

/** Source bytes that are on our disk. */
export interface FetchedSource {
  readonly sha256: string
  readonly uploadId: string
}

/**
 * Makes sure that the bytes are here: uploads are already, addresses are fetched and become uploads of their own.
 * @throws AppError UPLOAD_NOT_FOUND | URL_… | FILE_TOO_LARGE | EMPTY_FILE | STORAGE_FULL
 */
export async function fetchSource(
  source: Source,
  config: Config,
  signal: AbortSignal,
  note: StageNote,
): Promise<FetchedSource> {
  if ('sha256' in source) {
    const bytes = await fileSize('sources', source.sha256)
    if (bytes === null) throw new AppError('UPLOAD_NOT_FOUND')
    note.outputBytes = bytes
    return source
  }
  const chunks = await openPictureUrl(source.url, { limits: config.limits, signal })
  const file = await putSourceStream(chunks, config.limits.max_upload_bytes)
  note.outputBytes = file.bytes
  const upload = await saveUpload(file, config.storage.upload_expiry_hours)
  return { sha256: file.sha256, uploadId: upload.id }
}
