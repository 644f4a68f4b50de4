import { AppError } from '#core/errors'
import { sizeText } from '#core/sizeText'
import { curatorOf } from '#graphql/admin/curatorOf'
import { sniffArchive } from '#store/archives/sniffArchive'
import { templatesIn } from '#store/archives/templatesIn'
import { config } from '#store/config'
import { putSourceStream, removeFile } from '#store/files'
import { saveUpload } from '#store/uploads'
import { orProblemAnswer } from '../../../problemAnswer'
import { wholeBody } from '../../../uploads/wholeBody'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

/**
 * `POST` with a .zip of template folders as the whole body, by a curator: answers 201 `{archiveId, bytes, templates, expiresAt}`, or `{problem}` with a
 * fitting status. The body is streamed to disk, and its directory looked at: `importTemplates` does the rest, with `archiveId`.
 */
export function POST(request: Request): Promise<Response> {
  return orProblemAnswer(request, async () => {
    const { limits, storage } = config()
    await curatorOf(request, config())
    const declared = request.headers.get('content-length')
    const declaredBytes = declared === null ? undefined : Number(declared)
    if (declaredBytes !== undefined && declaredBytes > limits.max_archive_bytes)
      throw tooLarge(limits.max_archive_bytes)
    if (!request.body) throw new AppError('EMPTY_FILE')
    const chunks = sniffArchive(wholeBody(request.body, declaredBytes, 'ARCHIVE_DAMAGED'))
    const file = await putSourceStream(chunks, limits.max_archive_bytes, tooLarge)
    const templates = await templatesIn(file.sha256, limits).catch(async (error: unknown) => {
      await removeFile('sources', file.name)
      throw error
    })
    const { id, bytes, expiresAt } = await saveUpload(file, storage.upload_expiry_hours)
    return Response.json({ archiveId: id, bytes, templates, expiresAt: expiresAt.toISOString() }, { status: 201 })
  })
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError(
    'ARCHIVE_TOO_LARGE',
    `The archive is larger than ${sizeText(maxBytes)}. Split it and import the parts one after another.`,
    { details: { maxBytes } },
  )
