import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  model: z.string(),
  /** Where the files came from, and the commit there that all of them are of. */
  source: z.string(),
  revision: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
})

/**
 * What was downloaded first: later downloads must be the same. Nobody can pin the hashes before, so the first download is
 * trusted, after the server's own checksum.
 */
export type Manifest = z.infer<typeof schema>

/** A file's size and content. */
export type Checksum = Manifest['files'][string]

const NAME = 'manifest.json'

/** The manifest of a model's folder; undefined when there is none. @throws Error that names the file when it is damaged */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const file = path.join(directory, NAME)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`${file} is damaged. Remove it, and the files are checked against the server again.`, { cause })
  }
}

/** Writes the manifest, whole or not at all. */
export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const file = path.join(directory, NAME)
  await writeFile(`${file}.partial`, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(`${file}.partial`, file)
}
