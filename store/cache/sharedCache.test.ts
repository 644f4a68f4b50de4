import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Config } from '#core/config'
import { withTestStore } from '#e2e/support/testStore'
import { ConfigError, config } from '../config'
import { database } from '../database'
import { jobEvents } from '../jobEvents'
import { cachesOfProcess } from '../performance/reportCache'
import type { SharedCacheName } from './cacheLimits'
import { keyOf } from './envelope'
import { redisUrl } from './redisUrl'
import { closeSharedCaches, sharedAccess, sharedCache } from './sharedCache'
import { withRedis } from './testing/tiers'

withTestStore()
const redis = withRedis()
beforeAll(() => jobEvents().ready())

type Change = { readonly [Group in keyof Config]?: Partial<Config[Group]> }

function withSettings(change: Change): Config {
  const settings = config()
  const groups = Object.entries(change).map(([group, keys]) => [group, { ...settings[group as keyof Config], ...keys }])
  return { ...settings, ...Object.fromEntries(groups) }
}

/** How often something is made when it is asked for twice, and whether the second was a hit. */
async function askedTwice(name: SharedCacheName, settings: Config) {
  const id = [randomUUID()]
  let made = 0
  const ask = () => sharedCache<number>(name, settings).getOrMake(id, async () => ++made)
  await ask()
  await sharedAccess().settled()
  const { hit } = await ask()
  return { made, hit, id }
}

const caches: readonly { name: SharedCacheName; off: Change; none: Change; expiry: Change }[] = [
  {
    name: 'ocr',
    off: { ocr: { enable_cache: false } },
    none: { ocr: { cache_size: 0 } },
    expiry: { ocr: { cache_expiry_days: 3 } },
  },
  {
    name: 'embedding',
    off: { clip: { enable_cache: false } },
    none: { clip: { cache_size: 0 } },
    expiry: { clip: { cache_expiry_days: 3 } },
  },
  {
    name: 'fingerprint',
    off: { cache: { enable_fingerprint_cache: false } },
    none: { cache: { fingerprint_cache_size: 0 } },
    expiry: { storage: { upload_expiry_hours: 72 } },
  },
  {
    name: 'match',
    off: { cache: { enable_match_cache: false } },
    none: { cache: { match_cache_size: 0 } },
    expiry: { cache: { match_cache_hours: 72 } },
  },
  {
    name: 'analysis',
    off: { cache: { enable_analysis_cache: false } },
    none: { cache: { analysis_cache_size: 0 } },
    expiry: { storage: { upload_expiry_hours: 72 } },
  },
]

describe.each(caches)('$name', ({ name, off, none, expiry }) => {
  test('is made once', async () => {
    expect(await askedTwice(name, config())).toMatchObject({ made: 1, hit: true })
  })

  test(`is made each time with ${JSON.stringify(off)} or ${JSON.stringify(none)}`, async () => {
    const before = await sharedAccess().tier.size(name)
    for (const change of [off, none])
      expect(await askedTwice(name, withSettings(change))).toMatchObject({ made: 2, hit: null })
    expect(await sharedAccess().tier.size(name)).toEqual(before)
  })

  test(`expires after three days with ${JSON.stringify(expiry)}`, async () => {
    const { id } = await askedTwice(name, withSettings(expiry))
    const [row] = await database().$queryRaw<{ days: number }[]>`
      select extract(epoch from expires_at - now())::float8 / 86400 as days from cache_entry where cache = ${name} and key = ${keyOf(id)}`
    expect(row!.days).toBeCloseTo(3, 1)
  })
})

test('sizes are in MiB', async () => {
  const settings = withSettings({ cache: { fingerprint_cache_size: 1 } })
  const cache = sharedCache<string>('fingerprint', settings)
  for (const name of ['a', 'b', 'c']) await cache.set([name], name.padEnd(400_000), 1)
  expect(await cache.get(['a'])).toBeUndefined()
  for (const name of ['b', 'c']) expect(await cache.get([name])).toBeDefined()
})

test('vector_db.cache_size: so many vectors stay in memory, and are not asked for again', async () => {
  const settings = withSettings({ vector_db: { cache_size: 1 } })
  const cache = sharedCache<Float32Array>('embedding', settings)
  const [one, other] = [[randomUUID()], [randomUUID()]]
  const vector = Float32Array.of(1, 2)
  await cache.set(one, vector, 1)
  expect((await cache.get(one))?.value).toBe(vector)
  await cache.set(other, vector, 1)
  const again = (await cache.get(one))?.value
  expect(again).toEqual(vector)
  expect(again).not.toBe(vector)
})

test('what each has counted is told with the samples of this process', async () => {
  await askedTwice('match', { ...config() })
  const told = cachesOfProcess().filter(({ name }) => name === 'match')
  expect(told).toHaveLength(2)
  expect(told).toContainEqual(expect.objectContaining({ tier: 'postgres', hits: 0, misses: 1, maxBytes: 32 * 2 ** 20 }))
  expect(told).toContainEqual(expect.objectContaining({ tier: 'memory', hits: 1, misses: 1, entries: 1 }))
})

test('with REDIS_URL they are in Redis', async () => {
  await closeSharedCaches()
  process.env.REDIS_URL = redis.server.url
  onTestFinished(async () => {
    delete process.env.REDIS_URL
    await closeSharedCaches()
  })
  expect(await askedTwice('ocr', config())).toMatchObject({ made: 1, hit: true })
  expect(sharedAccess().tier.kind).toBe('redis')
  expect((await sharedAccess().tier.size('ocr')).entries).toBe(1)
})

test('a REDIS_URL that is none is refused by its name', () => {
  onTestFinished(() => void delete process.env.REDIS_URL)
  for (const url of ['localhost:6379', 'http://localhost', 'redis://']) {
    process.env.REDIS_URL = url
    expect(redisUrl, url).toThrow(ConfigError)
  }
  for (const url of ['redis://localhost', 'rediss://user:secret@redis.example:6380/2']) {
    process.env.REDIS_URL = url
    expect(redisUrl()).toBe(url)
  }
  process.env.REDIS_URL = ''
  expect(redisUrl()).toBeUndefined()
})
