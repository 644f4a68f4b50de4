import { AppError } from '#core/errors'

/**
 * A request's body in chunks.
 * @throws AppError IMAGE_DAMAGED when it ends before the length that was announced: the sender has gone
 */
export async function* wholeBody(
  body: ReadableStream<Uint8Array>,
  declaredBytes: number | undefined,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    // Cancelling the body would cut the connection before the refusal is sent.
    for await (const chunk of body.values({ preventCancel: true })) {
      bytes += chunk.byteLength
      yield chunk
    }
  } catch (error) {
    throw cutOff(error)
  }
  if (declaredBytes !== undefined && bytes < declaredBytes) throw cutOff()
}

const cutOff = (cause?: unknown): AppError =>
  new AppError('IMAGE_DAMAGED', 'The upload ended before the whole picture was here. Try again.', { cause })
