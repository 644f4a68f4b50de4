import { randomUUID } from 'node:crypto'
import { singleFlight } from '#core/cache/singleFlight'
import type { CacheCounters, CacheName } from '#core/cacheCounters'
import type { Access } from './access'
import { type CacheId, keyOf, type Made, pack, unpack } from './envelope'
import type { Found } from './tier'

/** A maker that was killed holds others up for so long at most. Who lives renews its claim three times as often. */
const LEASE_MS = 3000
/** Who waits for another process asks again after so long, should it not have been told. */
const ASK_AGAIN_MS = 1000

/** A value, and where it is from. */
export interface Answer<T> {
  readonly value: T
  /** true: it was there. Who waits while another makes it gets false. Null when the cache is switched off. */
  readonly hit: boolean | null
  /** Milliseconds that making it took, whoever did. */
  readonly madeMs: number
}

/** What was made once, for all processes. Whatever becomes of the cache, an answer comes: it is made, then. */
export interface SharedCache<T> {
  get(id: CacheId): Promise<Made<T> | undefined>
  /** @param madeMs what making it took */
  set(id: CacheId, value: T, madeMs: number): Promise<void>
  /**
   * The value, made at most once however many ask at the same moment, in this process and others. When its maker fails, the others in its process fail as
   * well, and another process makes it anew.
   * @param make gets a signal that nobody here wants the value any more
   * @param signal rejects with its reason as soon as it is aborted; the others still get the value
   */
  getOrMake(id: CacheId, make: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<Answer<T>>
  /** Removes what has expired and what is beyond the limit. @returns how many entries went; none when the tier does not answer */
  trim(): Promise<number>
  /** What this process has counted; undefined when the cache is switched off. */
  readonly counters: (() => CacheCounters) | undefined
}

/** How much a cache keeps, and for how long. */
export interface CacheLimits {
  readonly maxBytes: number
  readonly expiryMs: number
}

/** Settles when one of these comes: the time is over, somebody tells, nobody wants to wait any more. */
async function waitFor(ms: number, told: Promise<void>, stop: AbortSignal): Promise<void> {
  let wake = () => {}
  const alarm = new Promise<void>((resolve) => {
    wake = resolve
  })
  const timer = setTimeout(wake, ms)
  stop.addEventListener('abort', wake, { once: true })
  await Promise.race([told, alarm])
  clearTimeout(timer)
  stop.removeEventListener('abort', wake)
}

/** A cache on a tier; several with the same name are the same cache, each with its own counters. */
export function createSharedCache<T>(access: Access, name: CacheName, limits: CacheLimits): SharedCache<T> {
  const counted = { hits: 0, misses: 0, evictions: 0, failures: 0, savedMs: 0 }
  const fly = singleFlight<Made<T> & { readonly how: 'there' | 'waited' | 'made' }>()

  const attempt: Access['attempt'] = async (ask) => {
    const answered = await access.attempt(ask)
    if (!answered) counted.failures += 1
    return answered
  }
  /** Who finds an entry that is not what was written takes it away: it is made anew. */
  const opened = async (key: string, bytes: Uint8Array): Promise<Made<T> | undefined> => {
    const made = unpack<T>(bytes)
    if (made) return made
    counted.failures += 1
    await attempt((tier) => tier.remove(name, key))
    return undefined
  }
  const keep = async (key: string, made: Made<T>, owner?: string): Promise<void> => {
    const bytes = pack(made)
    const written = await attempt((tier) => tier.write(name, key, { ...limits, bytes }, owner))
    if (written) counted.evictions += written.answer
    // Who waits does it now, rather than when the claim ends by itself.
    else if (owner) await access.attempt((tier) => tier.release(name, key, owner))
  }
  const timed = async (work: () => Promise<T>): Promise<Made<T>> => {
    const start = performance.now()
    const value = await work()
    return { value, madeMs: performance.now() - start }
  }

  async function makeAndKeep(key: string, owner: string, work: () => Promise<T>): Promise<Made<T>> {
    const claim = { owner, leaseMs: LEASE_MS }
    const renewing = setInterval(
      () => access.later(() => access.attempt((tier) => tier.renew(name, key, claim))),
      LEASE_MS / 3,
    )
    try {
      const made = await timed(work)
      access.later(() => keep(key, made, owner))
      return made
    } catch (error) {
      access.later(() => access.attempt((tier) => tier.release(name, key, owner)))
      throw error
    } finally {
      clearInterval(renewing)
    }
  }

  async function findOrMake(key: string, make: (signal: AbortSignal) => Promise<T>, stop: AbortSignal) {
    const owner = randomUUID()
    let how: 'there' | 'waited' = 'there'
    const work = async () => {
      stop.throwIfAborted()
      return make(stop)
    }
    for (;;) {
      stop.throwIfAborted()
      let tell = () => {}
      const told = new Promise<void>((resolve) => {
        tell = resolve
      })
      // Before asking: what ends in between is not missed.
      const unwatch = access.tier.watch(name, key, tell)
      try {
        const asked = await attempt<Found>((tier) => tier.readOrClaim(name, key, { owner, leaseMs: LEASE_MS }))
        if (!asked) return { ...(await timed(work)), how: 'made' as const }
        const { answer } = asked
        if (answer.state === 'claimed') return { ...(await makeAndKeep(key, owner, work)), how: 'made' as const }
        if (answer.state === 'taken') {
          how = 'waited'
          await waitFor(Math.min(answer.leftMs, ASK_AGAIN_MS), told, stop)
          continue
        }
        const made = await opened(key, answer.bytes)
        if (made) return { ...made, how }
      } finally {
        unwatch()
      }
    }
  }

  const hit = (madeMs: number, tookMs: number): void => {
    counted.hits += 1
    counted.savedMs += Math.max(0, madeMs - tookMs)
  }

  return {
    async get(id) {
      const start = performance.now()
      const key = keyOf(id)
      const bytes = (await attempt((tier) => tier.read(name, key)))?.answer
      const made = bytes && (await opened(key, bytes))
      if (made) hit(made.madeMs, performance.now() - start)
      else counted.misses += 1
      return made
    },
    set: (id, value, madeMs) => keep(keyOf(id), { value, madeMs }),
    async getOrMake(id, make, signal) {
      const start = performance.now()
      const key = keyOf(id)
      const { result, joined } = fly(key, (stop) => findOrMake(key, make, stop), signal)
      const { value, madeMs, how } = await result
      if (how === 'made' && !joined) counted.misses += 1
      else hit(madeMs, performance.now() - start)
      return { value, hit: how === 'there', madeMs }
    },
    async trim() {
      const gone = (await attempt((tier) => tier.trim(name, limits.maxBytes)))?.answer ?? 0
      counted.evictions += gone
      return gone
    },
    counters: () => ({
      name,
      tier: access.tier.kind,
      ...counted,
      entries: null,
      bytes: null,
      maxBytes: limits.maxBytes,
    }),
  }
}
