import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { jobEvents } from '../jobEvents'
import { type Access, accessTo } from './access'
import { type CacheLimits, createSharedCache, type SharedCache } from './createSharedCache'
import { type CacheId, keyOf } from './envelope'
import { openTier, tierKinds, withRedis } from './testing/tiers'

withTestStore()
const redis = withRedis()
beforeAll(() => jobEvents().ready())

const MIB = 2 ** 20

describe.each(tierKinds)('in %s', (kind) => {
  let access: Access
  beforeAll(() => {
    // However busy the machine is.
    access = accessTo(openTier(kind, redis.server.url), { patienceMs: 20_000 })
  })
  afterAll(async () => {
    await access.settled()
    await access.tier.close()
  })

  /** A cache as another process would have it: with a memory of its own. */
  const cache = <T>(limits: Partial<CacheLimits> = {}) =>
    createSharedCache<T>(access, 'ocr', { maxBytes: MIB, expiryMs: 60_000, ...limits })
  const never = () => Promise.reject(new Error('It is there: nobody makes it'))

  /** Somebody who has begun to make an entry, and ends when told to. */
  async function begun(by: SharedCache<string>, id: CacheId) {
    let ends = { finish: (_value: string) => {}, fail: (_error: Error) => {} }
    let work: Promise<unknown> = Promise.resolve()
    await new Promise<void>((begins) => {
      work = by.getOrMake(id, () => {
        begins()
        return new Promise((finish, fail) => {
          ends = { finish, fail }
        })
      })
    })
    return { work, ...ends }
  }

  test('what one has made the others find, as it was', async () => {
    const id = [randomUUID(), 1]
    const value = { lines: ['ä€😀', ''], box: Float32Array.of(0.1, -0), nothing: null, missing: undefined }
    const one = cache<typeof value>()
    expect(await one.getOrMake(id, async () => value)).toMatchObject({ value, hit: false })
    await access.settled()
    const other = cache<typeof value>()
    expect(await other.getOrMake(id, never)).toMatchObject({ value, hit: true })
    expect((await other.get(id))?.value).toEqual(value)
    expect(one.counters!()).toMatchObject({ name: 'ocr', tier: kind, hits: 0, misses: 1, failures: 0, maxBytes: MIB })
    expect(other.counters!()).toMatchObject({ hits: 2, misses: 0, evictions: 0, failures: 0 })
  })

  test('a hit saves what making it took', async () => {
    const id = [randomUUID()]
    await cache().set(id, 'dear', 90_000)
    const other = cache()
    await other.get(id)
    const { savedMs } = other.counters!()
    expect(savedMs).toBeGreaterThan(60_000)
    expect(savedMs).toBeLessThanOrEqual(90_000)
  })

  test('an entry is named by everything it depends on', async () => {
    const content = randomUUID()
    const readings = cache<string>()
    await readings.set([content, 'paddle', 'v1'], 'first', 1)
    expect(await readings.get([content, 'paddle', 'v2'])).toBeUndefined()
    expect(await readings.get([content, 'paddlev1'])).toBeUndefined()
    expect(await readings.getOrMake([content, 'paddle', 'v2'], async () => 'second')).toMatchObject({ value: 'second' })
    expect((await readings.get([content, 'paddle', 'v1']))?.value).toBe('first')
  })

  test('of all who ask at the same moment one makes it', async () => {
    const id = [randomUUID()]
    // Two caches know of each other through the tier alone, as two processes do.
    const [one, other] = [cache<string>(), cache<string>()]
    let made = 0
    const make = async () => {
      made += 1
      await gate
      return 'made'
    }
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const asked = [one, one, other, other].map((each) => each.getOrMake(id, make))
    await expect.poll(() => made).toBe(1)
    open()
    const answers = await Promise.all(asked)
    expect(answers.map(({ value }) => value)).toEqual(['made', 'made', 'made', 'made'])
    expect(answers.map(({ hit }) => hit)).toEqual([false, false, false, false])
    expect(one.counters!().hits + other.counters!().hits).toBe(3)
    expect(made).toBe(1)
  })

  test('when the maker fails, one of the others makes it', async () => {
    const id = [randomUUID()]
    const { work, fail } = await begun(cache<string>(), id)
    work.catch(() => {})
    let made = 0
    const others = [cache<string>(), cache<string>()].map((each) =>
      each.getOrMake(id, async () => {
        made += 1
        return 'made'
      }),
    )
    fail(new Error('the model broke'))
    expect((await Promise.all(others)).map(({ value }) => value)).toEqual(['made', 'made'])
    expect(made).toBe(1)
  })

  test('who waits for another and is cancelled stops waiting; the other goes on', async () => {
    const id = [randomUUID()]
    const one = cache<string>()
    const { work: first, finish } = await begun(one, id)
    const abort = new AbortController()
    const waiting = [one, cache<string>()].map((each) => each.getOrMake(id, never, abort.signal))
    for (const each of waiting) each.catch(() => {})
    abort.abort(new Error('cancelled'))
    for (const each of waiting) await expect(each).rejects.toThrow('cancelled')
    finish('made')
    expect(await first).toMatchObject({ value: 'made', hit: false })
  })

  test('the longest unused leave when it is full', async () => {
    // Values that fill most of their entries, so that both tiers have room for the same number.
    const value = 'x'.repeat(9000)
    const small = createSharedCache<string>(access, 'font', { maxBytes: 50_000, expiryMs: 60_000 })
    for (const name of ['a', 'b', 'c', 'd', 'e']) await small.set([name], value, 1)
    expect((await small.get(['a']))?.value).toBe(value)
    await small.set(['f'], value, 1)
    expect(await small.get(['b'])).toBeUndefined()
    for (const name of ['a', 'c', 'd', 'e', 'f']) expect((await small.get([name]))?.value).toBe(value)
    expect(small.counters!().evictions).toBe(1)
    const { entries, bytes } = await access.tier.size('font')
    expect(entries).toBe(5)
    expect(bytes).toBeGreaterThan(45_000)
    expect(bytes).toBeLessThanOrEqual(50_000)
    // What is larger than the whole cache is not kept, and makes nothing leave.
    await small.set(['huge'], value.repeat(6), 1)
    expect(await small.get(['huge'])).toBeUndefined()
    expect((await access.tier.size('font')).entries).toBe(5)
    // Less room than before.
    expect(await access.tier.trim('font', 20_000)).toBe(3)
    expect((await access.tier.size('font')).entries).toBe(2)
  })

  test('what has expired is not there any more, and is cleaned up', async () => {
    const expired = createSharedCache<string>(access, 'match', { maxBytes: MIB, expiryMs: 1 })
    await expired.set(['old'], 'old', 1)
    await createSharedCache<string>(access, 'match', { maxBytes: MIB, expiryMs: 60_000 }).set(['young'], 'young', 1)
    await expect.poll(() => access.tier.read('match', keyOf(['old']))).toBeUndefined()
    await access.tier.trim('match', MIB)
    expect((await access.tier.size('match')).entries).toBe(1)
    expect((await expired.get(['young']))?.value).toBe('young')
  })

  test('an entry that is damaged is made anew', async () => {
    const id = [randomUUID()]
    const key = keyOf(id)
    const limits = { expiryMs: 60_000, maxBytes: MIB }
    const one = cache<string>()
    await one.set(id, 'right', 1)
    const bytes = (await access.tier.read('ocr', key))!
    const flipped = bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte))
    for (const damaged of [Buffer.from('?'), bytes.subarray(0, -1), flipped]) {
      await access.tier.write('ocr', key, { ...limits, bytes: damaged })
      const other = cache<string>()
      expect(await other.getOrMake(id, async () => 'right')).toMatchObject({ value: 'right', hit: false })
      await access.settled()
      expect(other.counters!()).toMatchObject({ failures: 1, misses: 1 })
      expect(await cache<string>().getOrMake(id, never)).toMatchObject({ value: 'right', hit: true })
    }
    await access.tier.write('ocr', key, { ...limits, bytes: Buffer.from('?') })
    expect(await cache().get(id)).toBeUndefined()
  })
})
