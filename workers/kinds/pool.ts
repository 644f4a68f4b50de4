/** Lets so many pieces of work run at once; the others stand in line: the lower priority first, and of the same first come first served. */
export interface Pool {
  /** How many run at once. */
  readonly size: number
  /** How many stand in line. */
  waiting(): number
  /**
   * Runs `work` when it is its turn. Its place is given to the next when it has ended, not when it is aborted: what cannot be stopped still takes up its thread.
   * @param note has the priority, 0 when it says none, and is told how long it stood in line; several waits of one stage add up
   * @throws the signal's reason when it is aborted in line, which it then leaves
   */
  run<T>(work: () => Promise<T> | T, signal?: AbortSignal, note?: InLine): Promise<T>
}

interface InLine {
  readonly priority?: number
  waitedMs?: number
}

/** @param size how many run at once, at least 1 */
export function createPool(size: number): Pool {
  const line: { readonly go: () => void; readonly priority: number }[] = []
  let running = 0

  const turn = (signal: AbortSignal | undefined, priority: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        line.splice(line.indexOf(place), 1)
        reject(signal?.reason)
      }
      const go = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const place = { go, priority }
      const behind = line.findLastIndex((other) => other.priority <= priority)
      signal?.addEventListener('abort', leave, { once: true })
      line.splice(behind + 1, 0, place)
    })

  return {
    size,
    waiting: () => line.length,
    async run(work, signal, note) {
      signal?.throwIfAborted()
      if (running < size) running += 1
      else {
        const start = performance.now()
        try {
          // Whoever ends hands its place over: `running` stays.
          await turn(signal, note?.priority ?? 0)
        } finally {
          if (note) note.waitedMs = (note.waitedMs ?? 0) + performance.now() - start
        }
      }
      try {
        return await work()
      } finally {
        const next = line.shift()
        if (next) next.go()
        else running -= 1
      }
    },
  }
}
