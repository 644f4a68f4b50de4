import { AppError } from '#core/errors'
import { config } from '#store/config'
import { fileTooLarge, putSourceStream } from '#store/files'
import { sniffPicture } from '#store/sniffPicture'
import { saveUpload } from '#store/uploads'
import { orProblemAnswer } from '../problemAnswer'
import { wholeBody } from './wholeBody'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

/** Foreign pages cannot send it without being asked first by the browser (CORS), so it keeps them from uploading in somebody's name. */
const REQUIRED_HEADER = 'x-memezap-upload'

/**
 * `POST` with a picture as the whole body: answers 201 `{uploadId, sha256, bytes, expiresAt}`, or `{problem}` with a fitting status.
 * The body is streamed to disk and never held in memory.
 */
export function POST(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    if (request.headers.get(REQUIRED_HEADER) !== '1')
      throw new AppError('HEADER_REQUIRED', `Send the header ${REQUIRED_HEADER}: 1 with an upload.`)
    const { limits, storage } = config()
    const declared = request.headers.get('content-length')
    const declaredBytes = declared === null ? undefined : Number(declared)
    if (declaredBytes !== undefined && declaredBytes > limits.max_upload_bytes)
      throw fileTooLarge(limits.max_upload_bytes)
    if (!request.body) throw new AppError('EMPTY_FILE')
    const chunks = sniffPicture(wholeBody(request.body, declaredBytes))
    const file = await putSourceStream(chunks, limits.max_upload_bytes)
    const upload = await saveUpload(file, storage.upload_expiry_hours)
    return Response.json(
      { uploadId: upload.id, sha256: upload.sha256, bytes: upload.bytes, expiresAt: upload.expiresAt.toISOString() },
      { status: 201 },
    )
  })
}
