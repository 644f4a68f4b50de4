interface Waiting<I, O> {
  readonly item: I
  readonly resolve: (result: O) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Turns single requests into batches: what is asked for in one turn of the event loop, or while a batch is at work, goes
 * together into the next. Nobody waits for company.
 * @param run gets up to `maxBatch` items and answers in their order; never called again before it has ended
 */
export function createBatcher<I, O>(
  run: (items: readonly I[]) => Promise<readonly O[]>,
  maxBatch: number,
): (item: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = []
  let busy = false

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, maxBatch)
      try {
        const results = await run(batch.map(({ item }) => item))
        for (const [index, { resolve }] of batch.entries()) resolve(results[index]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    busy = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (busy) return
      busy = true
      setImmediate(() => void work())
    })
}
