import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { sizeText } from '#core/sizeText'
import { sourcePath } from '../files'

/** A file in an archive. */
export interface ArchivedFile {
  /** Inside of the archive, with slashes; never absolute, never upwards. */
  readonly path: string
  /** When unpacked. */
  readonly bytes: number
  /** @throws AppError ARCHIVE_DAMAGED */
  read(): Promise<Buffer>
}

/** An open .zip archive. */
export interface Archive {
  readonly files: readonly ArchivedFile[]
  /** Nothing can be read from then on. */
  close(): void
}

type Limits = Pick<Config['limits'], 'max_archive_files' | 'max_unpacked_bytes'>

/**
 * Opens a stored .zip by the directory at its end, without unpacking anything. Names that lead out of it, locked files, and more than the limits are
 * refused; what a file unpacks to is held to the size that the directory gave.
 * @param sha256 of a source
 * @throws AppError ARCHIVE_DAMAGED | ARCHIVE_UNSAFE | ARCHIVE_TOO_LARGE
 */
export async function openArchive(sha256: string, limits: Limits): Promise<Archive> {
  const zip = await openPromise(sourcePath(sha256), { autoClose: false }).catch(damaged)
  try {
    return { files: await listFiles(zip, limits), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listFiles(zip: ZipFile, { max_archive_files, max_unpacked_bytes }: Limits): Promise<ArchivedFile[]> {
  if (zip.entryCount > max_archive_files) throw tooMany(max_archive_files)
  const files: ArchivedFile[] = []
  let bytes = 0
  for await (const entry of entriesOf(zip)) {
    if (entry.fileName.endsWith('/')) continue
    bytes += entry.uncompressedSize
    if (bytes > max_unpacked_bytes) throw tooLarge(max_unpacked_bytes)
    if (!entry.canDecodeFileData()) throw locked(entry)
    files.push({ path: entry.fileName, bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) })
  }
  return files
}

/** The directory's entries. yauzl tells of names that are not safe as of any other fault, by its words alone. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry()
  } catch (cause) {
    if (/absolute path|invalid relative path|invalid characters/.test(String(cause)))
      throw new AppError('ARCHIVE_UNSAFE', 'The archive names files outside of itself, so it is not opened.', { cause })
    throw damaged(cause)
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  } catch (cause) {
    damaged(cause)
  }
  return Buffer.concat(chunks)
}

/** What the archive is to blame for; a file that cannot be read is our own fault, and stays what it is. */
function damaged(cause: unknown): never {
  if (cause instanceof AppError || (cause as NodeJS.ErrnoException).syscall) throw cause
  throw new AppError('ARCHIVE_DAMAGED', undefined, { cause })
}

const locked = ({ fileName }: Entry): AppError =>
  new AppError(
    'ARCHIVE_UNSAFE',
    `“${fileName}” in the archive is locked by a password, or packed in a way we cannot read. Pack it as a plain .zip.`,
  )

const tooMany = (maxFiles: number): AppError =>
  new AppError(
    'ARCHIVE_TOO_LARGE',
    `The archive holds more than ${maxFiles} files. Split it and import the parts one after another.`,
    { details: { maxFiles } },
  )

const tooLarge = (maxBytes: number): AppError =>
  new AppError(
    'ARCHIVE_TOO_LARGE',
    `Unpacked, the archive holds more than ${sizeText(maxBytes)}. Split it and import the parts one after another.`,
    { details: { maxBytes } },
  )
