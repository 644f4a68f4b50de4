import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { parse } from 'pg-connection-string'

/** Type ids of Postgres' internal one-byte "char" and its array, which introspection reads and adapter-pg cannot map. */
const asText = new Map([
  [18, 25],
  [1002, 1009],
])

/**
 * Connection settings as single fields. With `connectionString`, pg lets the string win over `database`, so that
 * adapter-pg's shadow connection would open, and reset, the main database.
 * @param {string} url
 */
export function connectionFields(url) {
  const { host, port, user, password, database, ssl } = parse(url)
  return { host, port: port ? Number(port) : undefined, user, password, database, ...(ssl ? { ssl } : {}), max: 1 }
}

/** @param {string} url @param {string} sql */
async function runOnce(url, sql) {
  const client = new pg.Client(connectionFields(url))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The question for constraints that are no key: Prisma only warns of them, and its WASM engine ends without a word when there is one. */
const otherConstraints = "contype NOT IN ('p', 'u', 'f')"

function withReadableResults(adapter) {
  const query = adapter.client.query.bind(adapter.client)
  adapter.client.query = async (...args) => {
    const result = await query(...args)
    if (JSON.stringify(args[0]).includes(otherConstraints)) result.rows = []
    for (const field of result?.fields ?? []) field.dataTypeID = asText.get(field.dataTypeID) ?? field.dataTypeID
    return result
  }
  return adapter
}

/** adapter-pg cuts a script at every semicolon, those in comments, texts and function bodies too; Postgres takes it whole. */
function withWholeScripts(adapter) {
  adapter.executeScript = async (script) => {
    await adapter.client.query(script).catch((error) => adapter.onError(error))
  }
  return adapter
}

const connect = async (fields) => withWholeScripts(withReadableResults(await new PrismaPg(fields).connect()))

/**
 * What the schema engine connects with. Its shadow database is created here, because adapter-pg drops its own while the
 * pool to it is still open.
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export function adapterFactory(datasource) {
  const url = () => {
    if (!datasource.url) throw new Error('DATABASE_URL is empty. Set it, or use the npm scripts db:*, which set it.')
    return datasource.url
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(connectionFields(url())),
    async connectToShadowDb() {
      if (datasource.shadowDatabaseUrl) return connect(connectionFields(datasource.shadowDatabaseUrl))
      const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
      await runOnce(url(), `CREATE DATABASE "${database}"`)
      const adapter = await connect({ ...connectionFields(url()), database })
      const dispose = adapter.dispose.bind(adapter)
      adapter.dispose = async () => {
        await dispose()
        await runOnce(url(), `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
      }
      return adapter
    },
  }
}
