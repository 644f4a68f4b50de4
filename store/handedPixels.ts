import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { storageDirectory, storageError } from './files'

/** Folder of what one worker leaves for another; what a killed one did not fetch goes with the clean-up. */
export const HANDED_FOLDER = 'handed'

const pathOf = (id: string): string => path.join(storageDirectory(), HANDED_FOLDER, id)

/**
 * Leaves a picture's pixels, as they are, for the worker that waits for them. Neither synced nor renamed: the answer's row says when it is whole.
 * @param id of the handed work
 * @throws AppError STORAGE_FULL
 */
export async function putHandedPixels(id: string, pixels: Uint8Array): Promise<void> {
  try {
    await mkdir(path.dirname(pathOf(id)), { recursive: true })
    await writeFile(pathOf(id), pixels)
  } catch (error) {
    await removeHandedPixels(id)
    throw storageError(error)
  }
}

/** Fetches the pixels, once: the file goes. @throws Error when it is not there */
export async function takeHandedPixels(id: string): Promise<Uint8Array> {
  try {
    const pixels = await readFile(pathOf(id))
    await removeHandedPixels(id)
    return pixels
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
    throw new Error(`${pathOf(id)} is not here: do all workers share the folder of storage.directory?`, { cause })
  }
}

/** Takes them away when nobody wants them; none is fine. */
export const removeHandedPixels = (id: string): Promise<void> => rm(pathOf(id), { force: true })
