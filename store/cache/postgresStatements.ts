/** What a row takes besides its value, with its share of the index. */
export const ROW_BYTES = 150

/** Any number, the same for everybody: of two that make room in one cache, one does. */
const TRIM_LOCK = 4_712_014

/** $3: milliseconds after which a use is noted again. */
const found = `
  select value, used_at < now() - $3::float8 * interval '1 ms' as stale from cache_entry
  where cache = $1 and key = $2 and expires_at > now()`

/** $3: the owner; $4: the channel on which who waits is told. */
const ended = `
  delete from cache_lease where cache = $1 and key = $2 and owner = $3 returning waited`
const tell = `select pg_notify($4, $1::text || ' ' || $2::text) from ended where waited`

/** The statements of `postgresTier`; $1 is the cache, $2 the entry's key. Each is prepared once per connection. */
export const statements = {
  read: found,
  noteUse: 'update cache_entry set used_at = now() where cache = $1 and key = $2',
  /** The entry, or the claim on it: $4 the owner, $5 its milliseconds. One statement, since who makes something waits for it. */
  readOrClaim: `
    with found as (${found}), claim as (
      insert into cache_lease as lease (cache, key, owner, expires_at)
      select $1, $2, $4, clock_timestamp() + $5::float8 * interval '1 ms' where not exists (select from found)
      on conflict (cache, key) do update set waited = true,
        owner = case when lease.expires_at <= clock_timestamp() then excluded.owner else lease.owner end,
        expires_at = case when lease.expires_at <= clock_timestamp() then excluded.expires_at else lease.expires_at end
      returning owner = $4 as claimed, greatest(0, extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as left_ms
    )
    select (select value from found), (select stale from found), (select claimed from claim), (select left_ms from claim)`,
  renew: `update cache_lease set expires_at = now() + $4::float8 * interval '1 ms' where cache = $1 and key = $2 and owner = $3`,
  /** $5: the value; $6: milliseconds until it expires. */
  write: `
    with kept as (
      insert into cache_entry (cache, key, value, expires_at) values ($1, $2, $5, now() + $6::float8 * interval '1 ms')
      on conflict (cache, key) do update set value = excluded.value, used_at = now(), expires_at = excluded.expires_at
    ), ended as (${ended})
    ${tell}`,
  release: `with ended as (${ended}) ${tell}`,
  remove: 'delete from cache_entry where cache = $1 and key = $2',
  forgetClaims: 'delete from cache_lease where cache = $1 and expires_at < now()',
  /** $2: most bytes. What is used later is counted first, so that what is beyond was not used longest. */
  trim: `
    with turn as materialized (select pg_try_advisory_xact_lock(${TRIM_LOCK}, hashtext($1)) as ours)
    delete from cache_entry using turn where turn.ours and cache = $1 and key in (
      select key from (
        select key, expires_at, sum(octet_length(value) + ${ROW_BYTES}) over (order by expires_at <= now(), used_at desc, key) as total
        from cache_entry where cache = $1) as entry
      where total > $2::bigint or expires_at <= now())`,
  size: `
    select count(*)::float8 as entries, coalesce(sum(octet_length(value) + ${ROW_BYTES}), 0)::float8 as bytes
    from cache_entry where cache = $1`,
} as const
