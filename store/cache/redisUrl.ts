import { ConfigError } from '../config'

/** Where the shared caches are, when not in Postgres. @throws ConfigError when REDIS_URL is no such address */
export function redisUrl(): string | undefined {
  const url = process.env.REDIS_URL
  if (!url) return undefined
  if (/^rediss?:\/\/[^/]+/.test(url) && URL.canParse(url)) return url
  throw new ConfigError('REDIS_URL must be an address like redis://user:password@host:6379/0, or rediss:// for TLS.')
}
