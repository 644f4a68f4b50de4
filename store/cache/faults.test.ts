import { randomUUID } from 'node:crypto'
import { createClient } from '@redis/client'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type RedisServer, startRedis } from '#e2e/support/redisServer'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { jobEvents } from '../jobEvents'
import { type AccessOptions, accessTo } from './access'
import { createSharedCache } from './createSharedCache'
import { postgresTier } from './postgresTier'
import { redisTier } from './redisTier'
import type { Tier } from './tier'

withTestStore()
beforeAll(() => jobEvents().ready())

/** A cache on a tier that will fail, and what it tells the log. */
function cacheOn(tier: Tier, options: AccessOptions = {}) {
  const told: string[] = []
  const tell = (_fields: unknown, words = '') => void told.push(words)
  const access = accessTo(tier, { ...options, logger: { warn: tell, info: tell } })
  onTestFinished(async () => {
    await access.settled()
    await tier.close()
  })
  const cache = createSharedCache<string>(access, 'ocr', { maxBytes: 2 ** 20, expiryMs: 60_000 })
  let made = 0
  return {
    access,
    told,
    counters: () => cache.counters!(),
    /** How often something was made. */
    made: () => made,
    async ask(name: string) {
      const { value } = await cache.getOrMake([name], async () => {
        made += 1
        return `value of ${name}`
      })
      expect(value).toBe(`value of ${name}`)
      expect((await cache.get([`not ${name}`]))?.value).toBeUndefined()
      await access.settled()
    },
  }
}

const fails = 'the shared cache fails: work is done without it until it answers'
const works = 'the shared cache works again'

async function redisFor(options?: readonly string[]): Promise<RedisServer> {
  const server = await startRedis(options)
  onTestFinished(() => server.stop('SIGKILL'))
  return server
}

describe('Redis', () => {
  test('that goes and comes again is done without, and used again; both are told once', async () => {
    const server = await redisFor()
    const cache = cacheOn(redisTier(server.url), { quietMs: 0 })
    await cache.ask('before')
    await cache.ask('before')
    expect(cache.made()).toBe(1)
    await server.stop('SIGKILL')
    for (const _ of [1, 2, 3]) await cache.ask('before')
    expect(cache.made()).toBe(4)
    expect(cache.told).toEqual([fails])
    expect(cache.counters().failures).toBeGreaterThanOrEqual(6)
    await server.start()
    await expect.poll(() => cache.access.tier.size('ocr').catch(() => undefined)).toBeDefined()
    await cache.ask('before')
    await cache.ask('before')
    expect(cache.made()).toBe(5)
    expect(cache.told).toEqual([fails, works])
  })

  test('that is not there at the start is used when it comes', async () => {
    const server = await redisFor()
    await server.stop()
    const cache = cacheOn(redisTier(server.url))
    await cache.ask('early')
    expect(cache.told).toEqual([fails])
    await server.start()
    await expect.poll(() => cache.access.tier.size('ocr').catch(() => undefined)).toBeDefined()
    await cache.ask('late')
    await cache.ask('late')
    expect(cache.made()).toBe(2)
  })

  test('that hangs is waited for once, not by everybody', async () => {
    const server = await redisFor()
    const cache = cacheOn(redisTier(server.url), { patienceMs: 50, pauseMs: 60_000 })
    await cache.ask('before')
    process.kill(server.pid, 'SIGSTOP')
    for (const name of ['a', 'b', 'c']) await cache.ask(name)
    expect(cache.made()).toBe(4)
    expect(cache.told).toEqual([fails])
  })

  test('that is full keeps nothing more, and still gives what it has', async () => {
    const server = await redisFor()
    const cache = cacheOn(redisTier(server.url))
    await cache.ask('early')
    const client = await createClient({ url: server.url }).connect()
    await client.configSet('maxmemory', '1mb')
    client.destroy()
    for (const _ of [1, 2, 3]) {
      await cache.ask('early')
      await cache.ask('late')
    }
    expect(cache.made()).toBe(4)
    expect(cache.told).toEqual([fails])
  })

  test('that lets us hear nothing is done without, and used when it does', async () => {
    const server = await redisFor()
    const client = await createClient({ url: server.url }).connect()
    onTestFinished(() => client.destroy())
    await client.sendCommand(['ACL', 'SETUSER', 'default', 'resetchannels'])
    const cache = cacheOn(redisTier(server.url), { quietMs: 0 })
    await expect.poll(() => cache.access.attempt((tier) => tier.size('ocr'))).toBeUndefined()
    await cache.ask('unheard')
    await cache.ask('unheard')
    expect(cache.made()).toBe(2)
    expect(cache.told).toEqual([fails])
    await client.sendCommand(['ACL', 'SETUSER', 'default', 'allchannels'])
    await expect.poll(() => cache.access.tier.size('ocr').catch(() => undefined)).toBeDefined()
    await cache.ask('heard')
    await cache.ask('heard')
    expect(cache.made()).toBe(3)
    expect(cache.told).toEqual([fails, works])
  })

  test('that evicts by itself is believed', async () => {
    const server = await redisFor(['--maxmemory', '8mb', '--maxmemory-policy', 'volatile-lru'])
    const { access } = cacheOn(redisTier(server.url))
    // More than it has.
    const cache = createSharedCache<string>(access, 'match', { maxBytes: 2 ** 26, expiryMs: 60_000 })
    const names = Array.from({ length: 40 }, () => randomUUID())
    for (const name of names) await cache.set([name], name.padEnd(500_000), 1)
    const found: boolean[] = []
    for (const name of names) found.push((await cache.get([name])) !== undefined)
    expect(found.filter(Boolean).length).toBeLessThan(20)
    expect(found.at(-1)).toBe(true)
    expect(cache.counters!().failures).toBe(0)
    // Those that were asked for in vain are not counted any more.
    expect((await access.tier.size('match')).entries).toBe(found.filter(Boolean).length)
  })
})

describe('Postgres', () => {
  const run = (sql: string) => database().$executeRawUnsafe(sql)

  test('without its tables is done without, until they are back; both are told once', async () => {
    const cache = cacheOn(postgresTier(), { quietMs: 0 })
    await cache.ask('before')
    await run('alter table cache_entry rename to moved')
    for (const _ of [1, 2, 3]) await cache.ask('before')
    expect(cache.made()).toBe(4)
    expect(cache.told).toEqual([fails])
    await run('alter table moved rename to cache_entry')
    await cache.ask('before')
    expect(cache.made()).toBe(4)
    expect(cache.told).toEqual([fails, works])
  })

  test('without claims answers all the same; told once', async () => {
    const cache = cacheOn(postgresTier())
    await cache.ask('here')
    await run('alter table cache_lease rename to moved')
    for (const _ of [1, 2]) {
      await cache.ask('here')
      await cache.ask('not here')
    }
    expect(cache.made()).toBe(5)
    expect(cache.told).toEqual([fails])
    await run('alter table moved rename to cache_lease')
  })

  test('with a full disk answers all the same, and nobody waits for what could not be kept', async () => {
    await run(`create function disk_full() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
    await run('create trigger disk_full before insert on cache_entry for each row execute function disk_full()')
    const cache = cacheOn(postgresTier())
    await cache.ask('kept')
    const leases = await database().$queryRawUnsafe<unknown[]>('select from cache_lease')
    expect(leases).toEqual([])
    await cache.ask('kept')
    expect(cache.made()).toBe(2)
    await run('drop trigger disk_full on cache_entry')
    await cache.ask('kept')
    await cache.ask('kept')
    expect(cache.made()).toBe(3)
  })
})
