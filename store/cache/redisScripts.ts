import { defineScript } from '@redis/client'
import type { CacheName } from '#core/cacheCounters'

/** What an entry takes besides its value: its names and its places in the lists below. */
export const ENTRY_BYTES = 400

/** Tells who waits: `<cache> <key>`. */
export const CHANNEL = 'memezap:cache'

/**
 * The keys of a cache, in the order in which each script has them: an entry and the claim on it; when entries were used last and when they expire (sorted
 * sets), their bytes (hash), the sum of those. The braces keep a cache on one node of a cluster.
 */
export const keysOf = (cache: CacheName, key: string): readonly string[] => {
  const prefix = `memezap:{${cache}}:`
  return [
    `${prefix}entry:${key}`,
    `${prefix}claim:${key}`,
    ...['used', 'until', 'sizes', 'bytes'].map((name) => prefix + name),
  ]
}

/** ARGV[1] is the prefix of entries, ARGV[2] the entry's key; the time is the server's, in microseconds. */
const shared = `
local entry, claim, used, untils, sizes, bytes = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local prefix, key = ARGV[1], ARGV[2]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local exact = function(number) return string.format('%.0f', number) end
local forget = function(one)
  local size = redis.call('HGET', sizes, one)
  if not size then return redis.call('EXISTS', prefix .. one) == 1 and redis.call('DEL', prefix .. one) or 0 end
  redis.call('DEL', prefix .. one)
  redis.call('HDEL', sizes, one)
  redis.call('ZREM', used, one)
  redis.call('ZREM', untils, one)
  redis.call('DECRBY', bytes, size)
  return 1
end
local forgetExpired = function(most)
  local gone = 0
  for _, one in ipairs(redis.call('ZRANGEBYSCORE', untils, '-inf', exact(now), 'LIMIT', 0, most)) do gone = gone + forget(one) end
  return gone
end
local makeRoom = function(max, most)
  local gone = 0
  while gone < most and tonumber(redis.call('GET', bytes) or '0') > max do
    local oldest = redis.call('ZRANGE', used, 0, 0)[1]
    if not oldest then break end
    gone = gone + forget(oldest)
  end
  return gone
end
local endClaim = function(owner)
  if redis.call('GET', claim) ~= owner then return end
  redis.call('DEL', claim)
  redis.call('PUBLISH', '${CHANNEL}', ARGV[3] .. ' ' .. key)
end
local find = function()
  local value = redis.call('GET', entry)
  -- Not where there is no room left for it: what is there is read all the same.
  if value then redis.pcall('ZADD', used, 'XX', exact(now), key) else forget(key) end
  return value
end
`

const script = (lua: string) =>
  defineScript({
    SCRIPT: shared + lua,
    NUMBER_OF_KEYS: 6,
    parseCommand(parser, cache: CacheName, key: string, ...rest: (string | Buffer)[]) {
      const keys = keysOf(cache, key)
      for (const one of keys) parser.pushKey(one)
      parser.push(keys[0]!.slice(0, keys[0]!.length - key.length), key, cache, ...rest)
    },
    transformReply: (reply: unknown) => reply,
  })

/** Each is one step for Redis: nobody sees half of it. Arguments after cache and key stand beside each. */
export const scripts = {
  /** → the value, or nil. */
  readEntry: script(`return find()`),
  /** owner, lease in ms → the value, or 0 for whoever has the claim now (or has to do without, where there is no room for it), or the ms that another's claim is still good for. */
  readOrClaim: script(`
    local value = find()
    if value then return value end
    local claimed = redis.pcall('SET', claim, ARGV[4], 'NX', 'PX', ARGV[5])
    if claimed then return 0 end
    return math.max(1, redis.call('PTTL', claim))`),
  /** owner, lease in ms. */
  renewClaim: script(`
    if redis.call('GET', claim) == ARGV[4] then redis.call('PEXPIRE', claim, ARGV[5]) end
    return 0`),
  /** owner, value, expiry in ms, most bytes → how many entries left. */
  writeEntry: script(`
    local size = #ARGV[5] + ${ENTRY_BYTES}
    local max = tonumber(ARGV[7])
    local gone = 0
    if size <= max then
      -- First of all: Redis refuses for want of memory only what no other writing of the script came before.
      redis.call('SET', entry, ARGV[5], 'PX', ARGV[6])
      redis.call('INCRBY', bytes, size - (redis.call('HGET', sizes, key) or 0))
      redis.call('HSET', sizes, key, size)
      redis.call('ZADD', used, exact(now), key)
      redis.call('ZADD', untils, exact(now + ARGV[6] * 1000), key)
      gone = forgetExpired(100) + makeRoom(max, 1000)
    else
      forget(key)
    end
    endClaim(ARGV[4])
    return gone`),
  /** owner. */
  releaseClaim: script(`endClaim(ARGV[4]) return 0`),
  removeEntry: script(`return forget(key)`),
  /** most bytes → how many entries left; some thousand at a time, since everybody waits for a script. */
  trimCache: script(`return forgetExpired(2000) + makeRoom(tonumber(ARGV[4]), 2000)`),
  /** → entries, bytes. */
  sizeOfCache: script(`return {redis.call('HLEN', sizes), tonumber(redis.call('GET', bytes) or '0')}`),
}
