import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { checksumOf, gitBlobOf } from './fileHash'
import type { Checksum } from './manifest'
import { type RemoteFile, refuseFailure, request } from './remoteFile'

/** So many broken connections in a row that brought nothing new end the try. */
const FRUITLESS_TRIES = 5

/** One file to download. */
export interface DownloadInput {
  readonly remote: RemoteFile
  readonly target: string
  /** What must come, when that is known from an earlier download. */
  readonly pinned: Checksum | undefined
  /** Hears how many bytes are on disk. */
  readonly onBytes: (bytes: number) => void
  readonly pauseMs: number
}

const sizeOf = async (file: string) => (await stat(file).catch(() => undefined))?.size ?? 0

/** Asks for what is missing of a file, and appends it. */
async function fetchRest({ remote, onBytes }: DownloadInput, partial: string): Promise<void> {
  const have = await sizeOf(partial)
  const response = await request(remote.url, have > 0 ? { headers: { range: `bytes=${have}-` } } : {})
  if (response.status === 416) {
    // Longer than the file there: it is of something else.
    await rm(partial)
    throw new Error(`${remote.url} has no part from byte ${have} on`)
  }
  refuseFailure(remote.url, response)
  const resumed = response.status === 206
  let bytes = resumed ? have : 0
  const file = await open(partial, resumed ? 'a' : 'w')
  try {
    for await (const piece of response.body!) {
      await file.writeFile(piece as Uint8Array)
      bytes += (piece as Uint8Array).length
      onBytes(bytes)
    }
  } finally {
    await file.close()
  }
}

/** Goes on where the connection broke, as long as something comes. */
async function fetchAll(input: DownloadInput, partial: string): Promise<void> {
  const { remote, pinned, pauseMs } = input
  const total = pinned?.bytes ?? remote.bytes
  let fruitless = 0
  for (;;) {
    const before = await sizeOf(partial)
    if (total !== undefined && before === total) return
    try {
      await fetchRest(input, partial)
      return
    } catch (cause) {
      const after = await sizeOf(partial)
      fruitless = after > before ? 0 : fruitless + 1
      if (fruitless >= FRUITLESS_TRIES)
        throw new Error(`${remote.url} broke off at byte ${after}. Run the command again: it goes on from there.`, {
          cause,
        })
      await pause(pauseMs * (fruitless + 1))
    }
  }
}

async function mismatch(partial: string, { remote, pinned }: DownloadInput): Promise<string | undefined> {
  const found = await checksumOf(partial)
  const sha256 = pinned?.sha256 ?? remote.sha256
  const bytes = pinned?.bytes ?? remote.bytes
  if (bytes !== undefined && found.bytes !== bytes) return `${found.bytes} bytes came where ${bytes} were expected`
  if (sha256 && found.sha256 !== sha256) return `its SHA-256 is ${found.sha256} where ${sha256} was expected`
  if (!sha256 && remote.gitBlob && (await gitBlobOf(partial)) !== remote.gitBlob)
    return `its content is not what the server calls ${remote.gitBlob}`
  return undefined
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

/**
 * Downloads a file whole or not at all: what has come stays beside it as `….partial` until it is all there and right.
 * @throws Error with the address when the connection keeps breaking, or when something else comes than was expected
 */
export async function download(input: DownloadInput): Promise<Checksum> {
  const { remote, target, pinned } = input
  const content = pinned?.sha256 ?? remote.sha256 ?? remote.gitBlob ?? 'unnamed'
  const partial = `${target}.${content.slice(0, 12)}.partial`
  await mkdir(path.dirname(target), { recursive: true })
  for (let resumed = (await sizeOf(partial)) > 0; ; resumed = false) {
    await fetchAll(input, partial)
    const wrong = await mismatch(partial, input)
    if (!wrong) break
    await rm(partial)
    // The part that was here may have been the wrong one.
    if (!resumed) throw new Error(`${remote.url} is not the right file: ${wrong}`)
  }
  await sync(partial)
  const checksum = await checksumOf(partial)
  await rename(partial, target)
  return checksum
}
