import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#core/errors'

/** Where file formats have their signs: what `file-type` wants to see. */
const HEAD_BYTES = 4100

const readable = new Set(['jpg', 'png', 'apng', 'webp', 'gif', 'avif', 'tif'])

async function checkHead(head: Uint8Array): Promise<void> {
  // A file shorter than its own header is told by the decoder, in better words.
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  if (type && readable.has(type.ext)) return
  const kind = type ? ` It looks like ${type.ext.toUpperCase()}.` : ''
  throw new AppError(
    'NOT_AN_IMAGE',
    `This file is not a picture we can read.${kind} Use a JPEG, PNG, WebP, GIF, AVIF or TIFF.`,
  )
}

/**
 * Passes bytes on once their beginning looks like a picture in a format we read, whatever the file is called.
 * @throws AppError NOT_AN_IMAGE before anything is passed on; an empty stream stays empty
 */
export async function* sniffPicture(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0)
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.byteLength < HEAD_BYTES) continue
    await checkHead(head.subarray(0, HEAD_BYTES))
    yield head
    head = undefined
  }
  if (!head || head.byteLength === 0) return
  await checkHead(head)
  yield head
}
