import { expect, test } from 'vitest'
import { plainMeme } from '#e2e/support/plainMeme'
import { withTestStore } from '#e2e/support/testStore'
import { sharedCache } from '../cache/sharedCache'
import { config } from '../config'
import { saveMeme } from '../memes'
import { sharedSizes, withSharedSizes } from './sharedSizes'

withTestStore()

test('tells what the shared caches and the finished memes take, and at most', async () => {
  for (const id of ['one', 'two']) await sharedCache<string>('ocr', config()).set([id], 'x'.repeat(1000), 1)
  for (const bytes of [300, 400]) await saveMeme(plainMeme({ bytes }))
  const sizes = await sharedSizes(config(), 0)
  const ocr = sizes.find(({ name }) => name === 'ocr')!
  expect(ocr).toMatchObject({ tier: 'postgres', entries: 2, maxBytes: config().ocr.cache_size * 2 ** 20 })
  expect(ocr.bytes).toBeGreaterThan(2000)
  const maxBytes = config().storage.max_meme_mib * 2 ** 20
  expect(sizes.find(({ name }) => name === 'meme')).toEqual({
    ...{ name: 'meme', tier: 'postgres', entries: 2, bytes: 700, maxBytes },
  })
  // For a minute the same answer.
  await saveMeme(plainMeme({ bytes: 1 }))
  expect(await sharedSizes(config())).toBe(sizes)

  // Two processes that each know the limit are one cache all the same; a memory is what its process says.
  const told = { hits: 1, entries: null, bytes: null, maxBytes: 2 * maxBytes }
  const memory = { ...told, name: 'ocr', tier: 'memory', bytes: 5 } as const
  const caches = [{ ...told, name: 'meme', tier: 'postgres' } as const, memory]
  expect(await withSharedSizes(caches, config())).toEqual([
    { hits: 1, name: 'meme', tier: 'postgres', entries: 2, bytes: 700, maxBytes },
    memory,
  ])
})
