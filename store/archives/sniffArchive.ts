import { AppError } from '#core/errors'

/** The first bytes of a .zip with something in it, and of an empty one. */
const SIGNATURES = ['PK\x03\x04', 'PK\x05\x06'].map((text) => Buffer.from(text, 'latin1'))
const HEAD_BYTES = 4

/** @throws AppError NOT_AN_ARCHIVE when bytes do not begin as a .zip does */
export function needArchive(head: Uint8Array): void {
  if (!SIGNATURES.some((signature) => signature.equals(head.subarray(0, HEAD_BYTES))))
    throw new AppError('NOT_AN_ARCHIVE')
}

/**
 * Passes bytes on once their beginning looks like a .zip, whatever the file is called.
 * @throws AppError NOT_AN_ARCHIVE before anything is passed on; an empty stream stays empty
 */
export async function* sniffArchive(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.byteLength < HEAD_BYTES) continue
    needArchive(head)
    yield head
    head = undefined
  }
  if (head && head.byteLength > 0) needArchive(head)
}
