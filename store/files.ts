import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '#core/errors'
import { sizeText } from '#core/sizeText'
import { config, projectRoot } from './config'

/** `sources`: bytes as they came, never served. `images`: what we made, served under /images. */
export type Shelf = 'sources' | 'images'

/** A file that is whole on disk; `name` is its hash, with extension where it has one. */
export interface StoredFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

/** Where files are: `storage.directory`, relative to the project. */
export const storageDirectory = (): string => path.resolve(projectRoot(), config().storage.directory)

/** Two letters of the hash make the folder, so that no folder grows without bound. */
const pathOf = (shelf: Shelf, name: string): string => path.join(storageDirectory(), shelf, name.slice(0, 2), name)

/** Where a source lies, for what reads parts of it by itself. */
export const sourcePath = (sha256: string): string => pathOf('sources', sha256)

/** A full disk gets words of its own; everything else is passed on. */
export function storageError(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code
  return code === 'ENOSPC' || code === 'EDQUOT' ? new AppError('STORAGE_FULL', undefined, { cause }) : cause
}

/** Writes under a temporary name, syncs, renames: a file that has its name is whole, whatever happens meanwhile. */
async function writeAtomically(
  shelf: Shelf,
  write: (file: FileHandle) => Promise<{ name: string; sha256: string; bytes: number }>,
): Promise<StoredFile> {
  const temporary = path.join(storageDirectory(), 'tmp', randomUUID())
  try {
    await mkdir(path.dirname(temporary), { recursive: true })
    const file = await open(temporary, 'wx')
    let stored: StoredFile
    try {
      stored = await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    const target = pathOf(shelf, stored.name)
    await mkdir(path.dirname(target), { recursive: true })
    await rename(temporary, target)
    return stored
  } catch (error) {
    await rm(temporary, { force: true })
    throw storageError(error)
  }
}

/**
 * Stores bytes under their own hash.
 * @param extension without dot; none for sources, whose kind is known only after decoding
 * @throws AppError STORAGE_FULL
 */
export async function putBytes(shelf: Shelf, bytes: Uint8Array, extension?: string): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const stored = { name: extension ? `${sha256}.${extension}` : sha256, sha256, bytes: bytes.byteLength }
  if ((await fileSize(shelf, stored.name)) === stored.bytes) {
    // Young again: the clean-up leaves files alone whose row may still be on its way.
    await utimes(pathOf(shelf, stored.name), new Date(), new Date())
    return stored
  }
  return writeAtomically(shelf, async (file) => {
    await file.writeFile(bytes)
    return stored
  })
}

/**
 * Stores a stream as a source while it comes in; never holds more than a chunk in memory.
 * @param tooLarge what to say of more than `maxBytes`
 * @throws AppError FILE_TOO_LARGE (or what `tooLarge` says) as soon as `maxBytes` is passed; EMPTY_FILE; STORAGE_FULL
 */
export async function putSourceStream(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  tooLarge: (maxBytes: number) => AppError = fileTooLarge,
): Promise<StoredFile> {
  return writeAtomically('sources', async (file) => {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      hash.update(chunk)
      await file.write(chunk)
    }
    if (bytes === 0) throw new AppError('EMPTY_FILE')
    const sha256 = hash.digest('hex')
    return { name: sha256, sha256, bytes }
  })
}

/** The refusal of a file over the limit, with the limit in words and in `details`. */
export const fileTooLarge = (maxBytes: number): AppError =>
  new AppError('FILE_TOO_LARGE', `The file is larger than ${sizeText(maxBytes)}. Choose a smaller one.`, {
    details: { maxBytes },
  })

/** The whole file. @throws Error ENOENT when there is none of this name */
export const getBytes = (shelf: Shelf, name: string): Promise<Buffer> => readFile(pathOf(shelf, name))

/** The file as a stream, for answers that should not be held in memory. It fails with ENOENT when there is none of this name. */
export const readBytes = (shelf: Shelf, name: string): ReadStream => createReadStream(pathOf(shelf, name))

/** The first bytes of a file, fewer when it is shorter. @throws Error ENOENT when there is none of this name */
export async function readHead(shelf: Shelf, name: string, bytes: number): Promise<Buffer> {
  const file = await open(pathOf(shelf, name))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** @returns null when there is no such file */
export async function fileSize(shelf: Shelf, name: string): Promise<number | null> {
  try {
    return (await stat(pathOf(shelf, name))).size
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Deletes the file; none of this name is fine. */
export const removeFile = (shelf: Shelf, name: string): Promise<void> => rm(pathOf(shelf, name), { force: true })
