import type { Config } from '#core/config'
import { sharedCacheNames } from './cacheLimits'
import { sharedCache } from './sharedCache'

/** Removes what has expired, what is beyond the limits, and all of a cache that is switched off. @returns how many entries went; those of a cache that fails stay */
export async function trimSharedCaches(config: Config): Promise<number> {
  let gone = 0
  for (const name of sharedCacheNames) gone += await sharedCache(name, config).trim()
  return gone
}
