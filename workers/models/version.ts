import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A short hash over files: models, and the sources of what runs them, so that nobody has to remember to raise a number.
 * @param settings whatever else shapes the results
 * @throws Error that names the file when one is missing.
 */
export async function versionOf(paths: readonly string[], settings = ''): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    try {
      // In pieces: weights are large, and memory that was needed once stays with the process.
      for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(piece as Buffer)
    } catch (cause) {
      throw new Error(`${path} cannot be read`, { cause })
    }
  }
  return hash.update(settings).digest('hex').slice(0, 12)
}

/** The sources in a folder, without its tests. */
export async function sourcesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory)
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(directory, name))
}
