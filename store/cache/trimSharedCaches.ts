import type { Config } from '#core/config'
import { cacheLimits, sharedCacheNames } from './cacheLimits'
import { sharedAccess } from './sharedCache'

/** Removes what has expired, what is beyond the limits, and all of a cache that is switched off. @returns how many entries went; those of a cache that fails stay */
export async function trimSharedCaches(config: Config): Promise<number> {
  let gone = 0
  for (const name of sharedCacheNames) {
    const { enabled, maxBytes } = cacheLimits(name, config)
    const trimmed = await sharedAccess().attempt((tier) => tier.trim(name, enabled ? maxBytes : 0))
    gone += trimmed?.answer ?? 0
  }
  return gone
}
