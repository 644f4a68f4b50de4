import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Checksum } from './manifest'

async function digest(file: string, algorithm: 'sha256' | 'sha1', head = ''): Promise<string> {
  const hash = createHash(algorithm).update(head)
  for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Size and SHA-256 of a file. */
export async function checksumOf(file: string): Promise<Checksum> {
  const { size: bytes } = await stat(file)
  return { bytes, sha256: await digest(file, 'sha256') }
}

/** The name that git gives a file's content: what the hub calls small files by. */
export async function gitBlobOf(file: string): Promise<string> {
  return digest(file, 'sha1', `blob ${(await stat(file)).size}\0`)
}
