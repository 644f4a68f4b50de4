import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { download } from './download'
import { checksumOf } from './fileHash'
import { type Checksum, readManifest, writeManifest } from './manifest'
import { remoteFile } from './remoteFile'

/** A model to download. */
export interface FetchModelInput {
  readonly model: string
  /** Where the files go. */
  readonly directory: string
  readonly files: readonly string[]
  /** The hub, or a mirror with the same addresses. */
  readonly baseUrl: string
  /** Who publishes the model there. */
  readonly owner: string
  readonly say: (line: string) => void
  /** Hears how many of how many bytes of a file are here. */
  readonly onBytes: (file: string, bytes: number, total: number | undefined) => void
  /** After a connection broke; it grows when nothing comes. */
  readonly pauseMs: number
}

const same = (one: Checksum, other: Checksum) => one.bytes === other.bytes && one.sha256 === other.sha256

/**
 * Downloads what is missing of a model, and checks what is there. The first download fixes the commit and the checksums for
 * all later ones.
 * @throws Error that says which file could not be had, and why
 */
export async function fetchModel(input: FetchModelInput): Promise<void> {
  const { model, directory, files, baseUrl, owner, say, onBytes, pauseMs } = input
  const source = `${baseUrl.replace(/\/$/, '')}/${owner}/${model}`
  await mkdir(directory, { recursive: true })
  let manifest = (await readManifest(directory)) ?? { model, source, revision: 'main', files: {} }
  for (const name of files) {
    const target = path.join(directory, name)
    const pinned = manifest.files[name]
    const here = existsSync(target) ? await checksumOf(target) : undefined
    if (here && pinned && same(here, pinned)) {
      say(`${name}: here, and as it was downloaded`)
      continue
    }
    if (here && pinned) say(`${name}: changed since it was downloaded; downloading it again`)
    const remote = await remoteFile(`${source}/resolve/${manifest.revision}/${name}`)
    const brought = here && !pinned && here.sha256 === remote.sha256
    if (brought) say(`${name}: here, and as the server has it`)
    const total = pinned?.bytes ?? remote.bytes
    const checksum = brought
      ? here
      : await download({ remote, target, pinned, pauseMs, onBytes: (bytes) => onBytes(name, bytes, total) })
    // A branch moves on: from now on all files are of the commit that the first one was of.
    const revision = manifest.revision === 'main' ? (remote.revision ?? 'main') : manifest.revision
    manifest = { ...manifest, source, revision, files: { ...manifest.files, [name]: checksum } }
    await writeManifest(directory, manifest)
  }
}
