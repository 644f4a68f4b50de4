import { expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { createSharedCache } from './createSharedCache'
import { sharedAccess } from './sharedCache'
import { withMemory } from './withMemory'

withTestStore()

const HOUR_MS = 3_600_000

/** A cache with a memory, and the memory's clock, which the test moves. */
function cacheOf(expiryMs: number) {
  const clock = { ms: 1 }
  const below = createSharedCache<string>(sharedAccess(), 'match', { maxBytes: 1e6, expiryMs })
  const cache = withMemory(below, { name: 'match', maxEntries: 10, expiryMs, now: () => clock.ms })
  return { cache, below, clock }
}

test('what is asked for again and again leaves memory all the same: it expires, and its use is noted where all find it', async () => {
  const { cache, below, clock } = cacheOf(24 * HOUR_MS)
  await cache.set(['often'], 'value', 1)
  for (const hits of [0, 0, 1]) {
    clock.ms += 0.4 * HOUR_MS
    expect((await cache.get(['often']))?.value).toBe('value')
    expect(below.counters?.().hits).toBe(hits)
  }
})

test('memory keeps nothing for longer than its expiry', async () => {
  const { cache, below, clock } = cacheOf(HOUR_MS / 60)
  await cache.set(['short'], 'value', 1)
  clock.ms += HOUR_MS / 59
  await cache.get(['short'])
  expect(below.counters?.()).toMatchObject({ hits: 1 })
})
