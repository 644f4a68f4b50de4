import { EventEmitter } from 'node:events'
import { createClient, RESP_TYPES } from '@redis/client'
import { CHANNEL, scripts } from './redisScripts'
import type { Tier } from './tier'

const LONGEST_RETRY_MS = 2000

/** Entries as keys of Redis that expire by themselves; how much may stay is counted by our own scripts. */
export function redisTier(url: string): Tier {
  const client = createClient({
    url,
    scripts,
    // Nobody waits for a Redis that is away: the work is done instead.
    disableOfflineQueue: true,
    socket: { connectTimeout: 2000, reconnectStrategy: (tries) => Math.min(LONGEST_RETRY_MS, 50 * 2 ** tries) },
  })
  const listener = client.duplicate({ disableOfflineQueue: false })
  const redis = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  const ends = new EventEmitter()
  ends.setMaxListeners(0)
  let lastError: unknown
  // Both reconnect for ever; who asks meanwhile is told why not.
  for (const one of [client, listener]) one.on('error', (error) => (lastError = error))
  const firstTry = new Promise<void>((resolve) => {
    client.once('ready', resolve)
    client.once('error', () => resolve())
  })
  client.connect().catch((error) => (lastError = error))
  // Who hears nothing waits for others' work until their lease is over: that is told as any other failure.
  let deaf: unknown
  let hearAgain: NodeJS.Timeout | undefined
  const hear = async (): Promise<void> => {
    try {
      await listener.subscribe(CHANNEL, (name) => ends.emit(name))
      deaf = undefined
    } catch (error) {
      deaf = error
      hearAgain = setTimeout(hear, LONGEST_RETRY_MS).unref()
    }
  }
  listener.connect().then(hear, (error) => (deaf = error))

  const ask = async <T>(work: () => Promise<unknown>): Promise<T> => {
    await firstTry
    if (!client.isReady) throw lastError ?? new Error('Redis is away')
    if (deaf) throw deaf
    return (await work()) as T
  }

  return {
    kind: 'redis',
    read: async (cache, key) => (await ask<Buffer | null>(() => redis.readEntry(cache, key))) ?? undefined,
    async readOrClaim(cache, key, { owner, leaseMs }) {
      const found = await ask<Buffer | number>(() => redis.readOrClaim(cache, key, owner, String(leaseMs)))
      if (typeof found !== 'number') return { state: 'found', bytes: found }
      return found === 0 ? { state: 'claimed' } : { state: 'taken', leftMs: found }
    },
    renew: (cache, key, { owner, leaseMs }) => ask(() => redis.renewClaim(cache, key, owner, String(leaseMs))),
    write: (cache, key, { bytes, expiryMs, maxBytes }, owner = '') =>
      ask(() => redis.writeEntry(cache, key, owner, Buffer.from(bytes), String(Math.ceil(expiryMs)), String(maxBytes))),
    release: (cache, key, owner) => ask(() => redis.releaseClaim(cache, key, owner)),
    remove: (cache, key) => ask(() => redis.removeEntry(cache, key)),
    watch(cache, key, onEnd) {
      const name = `${cache} ${key}`
      ends.on(name, onEnd)
      return () => void ends.off(name, onEnd)
    },
    async trim(cache, maxBytes) {
      let all = 0
      for (;;) {
        const gone = await ask<number>(() => redis.trimCache(cache, '', String(maxBytes)))
        all += gone
        if (gone === 0) return all
      }
    },
    async size(cache) {
      const [entries, bytes] = await ask<[number, number]>(() => redis.sizeOfCache(cache, ''))
      return { entries, bytes }
    },
    async close() {
      clearTimeout(hearAgain)
      for (const one of [client, listener]) one.destroy()
    },
  }
}
