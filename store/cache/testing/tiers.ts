import { afterAll, beforeAll } from 'vitest'
import { type RedisServer, startRedis } from '#e2e/support/redisServer'
import { postgresTier } from '../postgresTier'
import { redisTier } from '../redisTier'
import type { Tier } from '../tier'

/** Both kinds, for `describe.each`: what holds for one holds for the other. */
export const tierKinds = ['postgres', 'redis'] as const

/** A redis-server for the tests of this file or `describe`. */
export function withRedis(): { readonly server: RedisServer } {
  const holder = {} as { server: RedisServer }
  beforeAll(async () => {
    holder.server = await startRedis()
  })
  afterAll(() => holder.server.stop())
  return holder
}

/** A tier that notes every use at once. */
export const openTier = (kind: Tier['kind'], redisUrl: string): Tier =>
  kind === 'redis' ? redisTier(redisUrl) : postgresTier(0)
