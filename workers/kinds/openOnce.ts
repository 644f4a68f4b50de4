/** Things that are opened when they are needed, each once. */
export interface OpenOnce<K, T> {
  /** Opens those that are not open, or being opened. @throws what `open` throws; the next call tries again */
  need(keys: readonly K[]): Promise<void>
  /** Those that are open, once all that are being opened are, or have failed. */
  all(): Promise<readonly T[]>
}

/** @param open is called for a key until it has succeeded */
export function openOnce<K, T>(open: (key: K) => Promise<T>): OpenOnce<K, T> {
  const opened = new Map<K, Promise<T>>()
  const get = (key: K): Promise<T> => {
    const known = opened.get(key)
    if (known) return known
    const opening = open(key)
    opened.set(key, opening)
    // Whoever needs it is told why it failed.
    opening.catch(() => opened.delete(key))
    return opening
  }
  return {
    need: async (keys) => void (await Promise.all(keys.map(get))),
    all: async () =>
      (await Promise.allSettled(opened.values())).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
  }
}
