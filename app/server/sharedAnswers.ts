import { LRUCache } from 'lru-cache'

/** An answer is given to all who ask the same within this time. */
const SHARED_MS = 5_000

/**
 * Answers of this process to questions that anybody may ask: equal ones at the same moment and shortly after share one, and one is worked out at a time,
 * so that however many ask, the database has one of them to do.
 * @param most how many different questions there can be
 */
export function sharedAnswers<T extends object>(
  most: number,
): (question: string, answer: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  const answers = new LRUCache<string, T, () => Promise<T>>({
    max: most,
    ttl: SHARED_MS,
    fetchMethod: (_question, _stale, { context: answer }) => {
      const mine = last.then(answer)
      last = mine.catch(() => undefined)
      return mine
    },
  })
  return async (question, answer) => (await answers.fetch(question, { context: answer })) as T
}
