import pg from 'pg'
import type { CacheName } from '#core/cacheCounters'
import { databaseUrl } from '../database'
import { CACHE_CHANNEL, jobEvents } from '../jobEvents'
import { ROW_BYTES, statements } from './postgresStatements'
import type { Tier } from './tier'

/** A use is written down when the last one was so long ago: a hit is no write, as a rule. */
const NOTED_EVERY_MS = 600_000
/** Room is made when a process has written this share of the limit: counting means reading the cache's rows. */
const WRITTEN_SHARE = 1 / 16
/** A table that is locked holds up what is asked of the cache, not everybody's connections. */
const CONNECTIONS = 3
const STATEMENT_TIMEOUT_MS = 5000

interface EntryRow {
  readonly value: Buffer
  readonly stale: boolean
}

/** An entry, or what has become of the claim on it. */
interface AskedRow extends EntryRow {
  readonly claimed: boolean | null
  readonly left_ms: number | null
}

/**
 * Entries as rows of `cache_entry`, claims as rows of `cache_lease`, whose end is told by NOTIFY where somebody waits. Without Prisma, which took three
 * quarters of the time that a hit takes the processor.
 */
export function postgresTier(notedEveryMs = NOTED_EVERY_MS): Tier {
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    max: CONNECTIONS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    connectionTimeoutMillis: STATEMENT_TIMEOUT_MS,
    application_name: 'memezap-cache',
    allowExitOnIdle: true,
  })
  // A connection that breaks while nobody uses it: the next query opens another.
  pool.on('error', () => {})
  const written = new Map<CacheName, number>()

  const run = <R extends pg.QueryResultRow>(name: keyof typeof statements, ...values: unknown[]) =>
    pool.query<R>({ name: `cache ${name}`, text: statements[name], values })

  const noted = async (cache: CacheName, key: string, { value, stale }: EntryRow): Promise<Uint8Array> => {
    if (stale) await run('noteUse', cache, key)
    return value
  }
  const read: Tier['read'] = async (cache, key) => {
    const { rows } = await run<EntryRow>('read', cache, key, notedEveryMs)
    return rows[0] && noted(cache, key, rows[0])
  }
  const release: Tier['release'] = async (cache, key, owner) => {
    await run('release', cache, key, owner, CACHE_CHANNEL)
  }
  const trim: Tier['trim'] = async (cache, maxBytes) => {
    written.set(cache, 0)
    return (await run('trim', cache, Math.floor(maxBytes))).rowCount ?? 0
  }

  return {
    kind: 'postgres',
    read,
    async readOrClaim(cache, key, { owner, leaseMs }) {
      const { rows } = await run<AskedRow>('readOrClaim', cache, key, notedEveryMs, owner, leaseMs)
      const { claimed, left_ms, ...entry } = rows[0]!
      if (claimed === null) return { state: 'found', bytes: await noted(cache, key, entry) }
      if (!claimed) return { state: 'taken', leftMs: left_ms! }
      // Another may have kept it and ended its claim while we looked.
      const kept = await read(cache, key)
      if (!kept) return { state: 'claimed' }
      await release(cache, key, owner)
      return { state: 'found', bytes: kept }
    },
    async renew(cache, key, { owner, leaseMs }) {
      await run('renew', cache, key, owner, leaseMs)
    },
    async write(cache, key, { bytes, expiryMs, maxBytes }, owner = '') {
      const size = bytes.length + ROW_BYTES
      if (size > maxBytes) {
        await release(cache, key, owner)
        return 0
      }
      await run('write', cache, key, owner, CACHE_CHANNEL, bytes, expiryMs)
      const since = (written.get(cache) ?? 0) + size
      written.set(cache, since)
      return since >= maxBytes * WRITTEN_SHARE ? trim(cache, maxBytes) : 0
    },
    release,
    async remove(cache, key) {
      await run('remove', cache, key)
    },
    watch: (cache, key, onEnd) => jobEvents().watchCache(`${cache} ${key}`, onEnd),
    async trim(cache, maxBytes) {
      await run('forgetClaims', cache)
      return trim(cache, maxBytes)
    },
    async size(cache) {
      const { rows } = await run<{ entries: number; bytes: number }>('size', cache)
      return rows[0]!
    },
    close: () => pool.end(),
  }
}
