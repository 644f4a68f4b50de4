/**
 * Answers now, and again each time `everyMs` have gone by, until it is stopped. Answers that nobody fetched are not collected.
 * Written by hand because an async generator that waits cannot be stopped from outside.
 */
export function repeatEvery<T>(everyMs: number, answer: () => T): AsyncIterableIterator<T, undefined> {
  let due = Promise.resolve()
  let stop = () => {}
  let stopped = false
  const end: IteratorReturnResult<undefined> = { value: undefined, done: true }
  return {
    async next() {
      await due
      if (stopped) return end
      due = new Promise((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        stop = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      return { value: answer(), done: false }
    },
    async return() {
      stopped = true
      stop()
      return end
    },
    async throw(error) {
      stopped = true
      stop()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
