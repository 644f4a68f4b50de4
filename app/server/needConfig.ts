import { adminToken } from '#graphql/admin/adminToken'
import { redisUrl } from '#store/cache/redisUrl'
import { ConfigError, config } from '#store/config'

/** Reads the settings; ends the process with words when they are wrong, rather than to fail every request. */
export function needConfig(): void {
  try {
    config()
    adminToken()
    redisUrl()
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error)
    process.exit(1)
  }
}
