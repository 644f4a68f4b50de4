import { AppError } from '#core/errors'

/**
 * A request's body in chunks.
 * @param code of the failure when it ends before the length that was announced: the sender has gone
 * @throws AppError with that code
 */
export async function* wholeBody(
  body: ReadableStream<Uint8Array>,
  declaredBytes: number | undefined,
  code: 'IMAGE_DAMAGED' | 'ARCHIVE_DAMAGED' = 'IMAGE_DAMAGED',
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    // Cancelling the body would cut the connection before the refusal is sent.
    for await (const chunk of body.values({ preventCancel: true })) {
      bytes += chunk.byteLength
      yield chunk
    }
  } catch (error) {
    throw cutOff(code, error)
  }
  if (declaredBytes !== undefined && bytes < declaredBytes) throw cutOff(code)
}

const cutOff = (code: 'IMAGE_DAMAGED' | 'ARCHIVE_DAMAGED', cause?: unknown): AppError =>
  new AppError(code, `The upload ended before the whole ${words[code]} was here. Try again.`, { cause })

const words = { IMAGE_DAMAGED: 'picture', ARCHIVE_DAMAGED: 'archive' } as const
