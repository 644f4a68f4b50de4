import { expect, it } from 'vitest'
import { createOnceCache } from './onceCache'

const cacheOf = (changes: { readonly maxBytes?: number; readonly bytesOf?: () => number } = {}) =>
  createOnceCache<string>({ name: 'cleaned', maxBytes: 100, bytesOf: (value) => value.length, ...changes })

it('makes what several ask for at once a single time, and keeps it', async () => {
  const cache = cacheOf()
  let made = 0
  const make = async () => {
    made += 1
    return 'value'
  }
  const both = await Promise.all([cache.get('a', make), cache.get('a', make)])
  expect(both).toEqual([
    { value: 'value', hit: false, isOwn: false },
    { value: 'value', hit: false, isOwn: false },
  ])
  expect(await cache.get('a', make)).toEqual({ value: 'value', hit: true, isOwn: false })
  expect(made).toBe(1)
  // Who waited for the other's did not do the work.
  expect(cache.counters()).toMatchObject({ name: 'cleaned', hits: 2, misses: 1, entries: 1, bytes: 5 })
})

it('gives the value to the others when one is cancelled', async () => {
  const cache = cacheOf()
  const abort = new AbortController()
  let end = (_: string): void => undefined
  const made = new Promise<string>((resolve) => {
    end = resolve
  })
  const cancelled = cache.get('a', () => made, abort.signal)
  const other = cache.get('a', () => made)
  abort.abort('cancelled')
  await expect(cancelled).rejects.toBe('cancelled')
  end('value')
  expect((await other).value).toBe('value')
  expect(cache.peek('a')).toBe('value')
})

it('keeps nothing that failed', async () => {
  const cache = cacheOf()
  await expect(cache.get('a', () => Promise.reject('broken'))).rejects.toBe('broken')
  expect(await cache.get('a', async () => 'value')).toEqual({ value: 'value', hit: false, isOwn: false })
  expect(cache.counters()).toMatchObject({ hits: 0, misses: 2, failures: 0 })
})

it('gives what was made when it cannot be kept, and when nothing is kept', async () => {
  const broken = cacheOf({
    bytesOf: () => {
      throw new Error('no size')
    },
  })
  for (const cache of [broken, cacheOf({ maxBytes: 0 })]) {
    for (let time = 0; time < 2; time++)
      expect(await cache.get('a', async () => 'value')).toEqual({ value: 'value', hit: false, isOwn: true })
  }
  expect(broken.counters()).toMatchObject({ failures: 2, hits: 0, misses: 2 })
})

it('calls nobody’s own what two have asked for, though it is not kept', async () => {
  const cache = cacheOf({ maxBytes: 3 })
  const make = async () => 'value'
  const both = await Promise.all([cache.get('a', make), cache.get('a', make)])
  expect(both.map(({ isOwn }) => isOwn)).toEqual([false, false])
  expect((await cache.get('a', make)).isOwn).toBe(true)
})
