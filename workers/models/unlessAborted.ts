import { AppError } from '#core/errors'

/**
 * Starts `work` and waits for it, unless nobody wants it any more.
 * @param abort is called once when the signal fires: it asks the work to end early.
 * @throws AppError CANCELLED when the signal fired before the end.
 */
export async function unlessAborted<T>(
  work: () => Promise<T>,
  signal: AbortSignal | undefined,
  abort: () => void = () => {},
): Promise<T> {
  if (signal?.aborted) throw new AppError('CANCELLED')
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const result = await work()
    if (signal?.aborted) throw new AppError('CANCELLED')
    return result
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}
