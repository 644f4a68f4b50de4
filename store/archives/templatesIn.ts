import { AppError } from '#core/errors'
import { templateFolders } from '#core/memegen/templateFolders'
import { openArchive } from './openArchive'

/**
 * Counts the template folders of a stored archive, which is checked on the way.
 * @throws AppError ARCHIVE_DAMAGED | ARCHIVE_UNSAFE | ARCHIVE_TOO_LARGE | NO_TEMPLATES_IN_ARCHIVE
 */
export async function templatesIn(sha256: string, limits: Parameters<typeof openArchive>[1]): Promise<number> {
  const archive = await openArchive(sha256, limits)
  try {
    const { length } = templateFolders(archive.files)
    if (length === 0) throw new AppError('NO_TEMPLATES_IN_ARCHIVE')
    return length
  } finally {
    archive.close()
  }
}
