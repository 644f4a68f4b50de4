import type { CacheName } from '#core/cacheCounters'
import { database } from '../database'
import { Prisma } from '../generated/prisma/client'
import { CACHE_CHANNEL, jobEvents } from '../jobEvents'
import type { Tier } from './tier'

/** A use is written down when the last one was so long ago: a hit is no write, as a rule. */
const NOTED_EVERY_MS = 600_000
/** What a row takes besides its value, with its share of the indexes. */
const ROW_BYTES = 150
/** Room is made when a process has written this share of the limit: counting means reading the cache's rows. */
const WRITTEN_SHARE = 1 / 16
/** Any number, the same for everybody: of two that make room in one cache, one does. */
const TRIM_LOCK = 4_712_014

interface EntryRow {
  readonly value: Uint8Array
  readonly stale: boolean
}

/** An entry, or what has become of the claim on it. */
interface AskedRow extends EntryRow {
  readonly claimed: boolean | null
  readonly leftMs: number | null
}

/** Entries as rows of `cache_entry`, claims as rows of `cache_lease`, whose end is told by NOTIFY where somebody waits. */
export function postgresTier(notedEveryMs = NOTED_EVERY_MS): Tier {
  const written = new Map<CacheName, number>()

  const noted = async (cache: CacheName, key: string, row: EntryRow): Promise<Uint8Array> => {
    if (row.stale)
      await database().$executeRaw`update cache_entry set used_at = now() where cache = ${cache} and key = ${key}`
    return row.value
  }

  const find = (cache: CacheName, key: string) => Prisma.sql`
    select value, used_at < now() - make_interval(secs => ${notedEveryMs / 1000}) as stale from cache_entry
    where cache = ${cache} and key = ${key} and expires_at > now()`

  const read: Tier['read'] = async (cache, key) => {
    const [row] = await database().$queryRaw<EntryRow[]>(find(cache, key))
    return row && noted(cache, key, row)
  }

  const trim: Tier['trim'] = async (cache, maxBytes) => {
    written.set(cache, 0)
    return database().$executeRaw`
      with turn as materialized (select pg_try_advisory_xact_lock(${TRIM_LOCK}::int, hashtext(${cache})) as ours)
      delete from cache_entry using turn where turn.ours and cache = ${cache} and key in (
        select key from (
          select key, expires_at, sum(octet_length(value) + ${ROW_BYTES}::int) over (order by expires_at <= now(), used_at desc, key) as total
          from cache_entry where cache = ${cache}) as entry
        where total > ${maxBytes}::bigint or expires_at <= now())`
  }

  const release: Tier['release'] = async (cache, key, owner) => {
    await database().$executeRaw`
      with ended as (
        delete from cache_lease where cache = ${cache} and key = ${key} and owner = ${owner} returning waited
      ) select pg_notify(${CACHE_CHANNEL}, ${`${cache} ${key}`}) from ended where waited`
  }

  return {
    kind: 'postgres',
    read,
    async readOrClaim(cache, key, { owner, leaseMs }) {
      const [row] = await database().$queryRaw<[AskedRow]>`
        with found as (${find(cache, key)}), claim as (
          insert into cache_lease as lease (cache, key, owner, expires_at)
          select ${cache}, ${key}, ${owner}, clock_timestamp() + make_interval(secs => ${leaseMs / 1000})
          where not exists (select from found)
          on conflict (cache, key) do update set waited = true,
            owner = case when lease.expires_at <= clock_timestamp() then excluded.owner else lease.owner end,
            expires_at = case when lease.expires_at <= clock_timestamp() then excluded.expires_at else lease.expires_at end
          returning owner = ${owner} as claimed,
            greatest(0, extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as left_ms
        ) select (select value from found), (select stale from found),
          (select claimed from claim), (select left_ms from claim) as "leftMs"`
      const { claimed, leftMs } = row
      if (claimed === null) return { state: 'found', bytes: await noted(cache, key, row) }
      if (!claimed) return { state: 'taken', leftMs: leftMs! }
      // Another may have kept it and ended its claim while we looked.
      const kept = await read(cache, key)
      if (!kept) return { state: 'claimed' }
      await release(cache, key, owner)
      return { state: 'found', bytes: kept }
    },
    async renew(cache, key, { owner, leaseMs }) {
      await database().$executeRaw`update cache_lease set expires_at = now() + make_interval(secs => ${leaseMs / 1000})
        where cache = ${cache} and key = ${key} and owner = ${owner}`
    },
    async write(cache, key, { bytes, expiryMs, maxBytes }, owner = '') {
      const size = bytes.length + ROW_BYTES
      if (size > maxBytes) {
        await release(cache, key, owner)
        return 0
      }
      await database().$executeRaw`
        with kept as (
          insert into cache_entry (cache, key, value, expires_at)
          values (${cache}, ${key}, ${bytes}, now() + make_interval(secs => ${expiryMs / 1000}))
          on conflict (cache, key) do update set value = excluded.value, used_at = now(), expires_at = excluded.expires_at
        ), ended as (
          delete from cache_lease where cache = ${cache} and key = ${key} and owner = ${owner} returning waited
        ) select pg_notify(${CACHE_CHANNEL}, ${`${cache} ${key}`}) from ended where waited`
      const since = (written.get(cache) ?? 0) + size
      written.set(cache, since)
      return since >= maxBytes * WRITTEN_SHARE ? trim(cache, maxBytes) : 0
    },
    release,
    async remove(cache, key) {
      await database().$executeRaw`delete from cache_entry where cache = ${cache} and key = ${key}`
    },
    watch: (cache, key, onEnd) => jobEvents().watchCache(`${cache} ${key}`, onEnd),
    async trim(cache, maxBytes) {
      await database().$executeRaw`delete from cache_lease where cache = ${cache} and expires_at < now()`
      return trim(cache, maxBytes)
    },
    async size(cache) {
      const [row] = await database().$queryRaw<{ entries: bigint; bytes: bigint }[]>`
        select count(*) as entries, coalesce(sum(octet_length(value) + ${ROW_BYTES}::int), 0) as bytes from cache_entry
        where cache = ${cache}`
      return { entries: Number(row!.entries), bytes: Number(row!.bytes) }
    },
    close: async () => {},
  }
}
