import { expect, it } from 'vitest'
import { createMemoryCache, type MemoryLimits } from './memoryCache'

/** A cache of texts whose bytes are their letters, and a clock that the test moves. */
function cacheOf(limits: Partial<MemoryLimits<string>> = {}) {
  const clock = { ms: 1 }
  const cache = createMemoryCache<string>({
    name: 'decoded',
    bytesOf: (value) => value.length,
    now: () => clock.ms,
    ...limits,
  })
  return { cache, clock }
}

it('lets go of the longest unused when there are more bytes than it may keep', () => {
  const { cache } = cacheOf({ maxBytes: 10 })
  cache.keep('a', 'aaaa', 1)
  cache.keep('b', 'bbbb', 1)
  cache.find('a')
  cache.keep('c', 'cccc', 1)
  expect(['a', 'b', 'c'].map(cache.peek)).toEqual(['aaaa', undefined, 'cccc'])
  expect(cache.counters()).toMatchObject({ evictions: 1, entries: 2, bytes: 8, maxBytes: 10 })
})

it('keeps none that is too large by itself, and lets none go for it', () => {
  const { cache } = cacheOf({ maxBytes: 5 })
  cache.keep('a', 'aaaa', 1)
  cache.keep('b', 'too large', 1)
  expect(['a', 'b'].map(cache.peek)).toEqual(['aaaa', undefined])
})

it('keeps so many values at most, and counts their bytes', () => {
  const { cache } = cacheOf({ maxEntries: 2 })
  for (const key of ['a', 'b', 'c']) cache.keep(key, 'value', 1)
  expect(cache.counters()).toMatchObject({ evictions: 1, entries: 2, bytes: 10, maxBytes: null })
})

it('counts hits, misses, and what the hits did not take', () => {
  const { cache } = cacheOf()
  cache.missed()
  cache.keep('a', 'value', 30)
  cache.find('a')
  cache.find('a')
  cache.shared(5)
  expect(cache.counters()).toMatchObject({
    name: 'decoded',
    tier: 'memory',
    hits: 3,
    misses: 1,
    savedMs: 65,
    failures: 0,
  })
})

it('lets go of what nobody asked for', () => {
  const { cache, clock } = cacheOf({ idleMs: 100 })
  cache.keep('asked for', 'value', 1)
  cache.keep('forgotten', 'value', 1)
  clock.ms += 60
  expect(cache.find('asked for')).toBe('value')
  clock.ms += 60
  expect(cache.counters()).toMatchObject({ entries: 1, evictions: 1 })
  expect([cache.find('asked for'), cache.find('forgotten')]).toEqual(['value', undefined])
})

it.each([{ maxBytes: 0 }, { maxEntries: 0 }])('keeps nothing with %o', (limits) => {
  const { cache } = cacheOf(limits)
  cache.keep('a', 'value', 1)
  expect(cache.find('a')).toBeUndefined()
  expect(cache.counters()).toMatchObject({ hits: 0, entries: 0, bytes: 0 })
})

it('counts that it failed, and goes on', () => {
  const { cache } = cacheOf({
    bytesOf: (value) => {
      if (value === 'cannot be measured') throw new Error('no size')
      return value.length
    },
  })
  cache.keep('a', 'cannot be measured', 1)
  cache.keep('b', 'value', 1)
  expect([cache.find('a'), cache.find('b')]).toEqual([undefined, 'value'])
  expect(cache.counters()).toMatchObject({ failures: 1, hits: 1, entries: 1 })
})
