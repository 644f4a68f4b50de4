import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A short hash over files: models, and the sources of what runs them, so that nobody has to remember to raise a number.
 * @throws Error that names the file when one is missing.
 */
export async function versionOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    hash.update(await readFile(path).catch((cause) => Promise.reject(new Error(`${path} cannot be read`, { cause }))))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The sources in a folder, without its tests. */
export async function sourcesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory)
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(directory, name))
}
