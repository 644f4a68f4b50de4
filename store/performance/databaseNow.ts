import { database } from '../database'

/** How the database is at a moment. */
export interface DatabaseNow {
  /** How long it took to answer the shortest question. */
  readonly answeredMs: number
  readonly sizeBytes: number
  /** Connections to its server, ours and those of others. */
  readonly connections: number
  readonly maxConnections: number
}

/** Asks the database how it is. */
export async function databaseNow(): Promise<DatabaseNow> {
  const start = performance.now()
  await database().$queryRaw`select 1`
  const answeredMs = performance.now() - start
  const [row] = await database().$queryRaw<Omit<DatabaseNow, 'answeredMs'>[]>`
    select pg_database_size(current_database())::float8 as "sizeBytes", current_setting('max_connections')::int as "maxConnections",
      (select count(*) from pg_stat_activity where backend_type = 'client backend')::int as connections`
  return { answeredMs, ...row! }
}
