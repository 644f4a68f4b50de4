import { stat } from 'node:fs/promises'

/**
 * When a file was last written to, in milliseconds since 1970.
 * @returns undefined when it has gone: others clean up, too
 */
export async function modifiedAt(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
