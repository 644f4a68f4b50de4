import { GraphQLError } from 'graphql'

const shared = globalThis as typeof globalThis & { memezapSubscriptions?: number }

/** Subscriptions open in this process. */
export const openSubscriptions = (): number => shared.memezapSubscriptions ?? 0

const count = (change: 1 | -1) => {
  shared.memezapSubscriptions = openSubscriptions() + change
}

/**
 * Counts a subscription as open until its source ends, fails or is stopped.
 * @throws GraphQLError TOO_MANY_SUBSCRIPTIONS
 */
export function withSubscriptionSlot<T>(
  max: number,
  open: () => AsyncIterableIterator<T, undefined>,
): AsyncIterableIterator<T, undefined> {
  if (openSubscriptions() >= max)
    throw new GraphQLError(
      'Too many subscriptions are open just now. Try again in a minute, or ask for the job instead.',
      {
        extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', retryable: true },
      },
    )
  const source = open()
  count(1)
  let held = true
  const release = () => {
    if (held) count(-1)
    held = false
  }
  return {
    async next() {
      try {
        const result = await source.next()
        if (result.done) release()
        return result
      } catch (error) {
        release()
        throw error
      }
    },
    async return() {
      release()
      await source.return?.()
      return { value: undefined, done: true }
    },
    async throw(error) {
      release()
      await source.return?.()
      throw error
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
