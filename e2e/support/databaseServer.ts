import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '#scripts/migrations'
import { postgresTree } from '#scripts/postgres/postgresTree'
import { startServer } from '#scripts/postgres/server'

/** Makes databases for tests: each a copy of one that has all migrations. */
export interface DatabaseServer {
  /** Address of a new database. */
  create(): Promise<string>
  drop(url: string): Promise<void>
  stop(): Promise<void>
}

async function someServer(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const tree = await postgresTree((line) => console.log(line))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-test-'))
  return startServer({ tree, folder, throwaway: true })
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

const databaseOf = (url: string): string => new URL(url).pathname.slice(1)

/**
 * Starts a Postgres of the tests' own, whose data vanishes with it, or takes the one of TEST_DATABASE_URL, whose user must
 * be allowed to create databases.
 */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const server = await someServer()
  const pool = new pg.Pool({ connectionString: server.url, max: 4 })
  pool.on('error', () => {})
  const run = `memezap_test_${randomUUID().slice(0, 8)}`
  const template = `${run}_template`
  await pool.query(`CREATE DATABASE ${template}`)
  await migrate(withDatabase(server.url, template))
  let count = 0
  return {
    async create() {
      const name = `${run}_${++count}`
      await pool.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
      return withDatabase(server.url, name)
    },
    async drop(url) {
      await pool.query(`DROP DATABASE IF EXISTS ${databaseOf(url)} WITH (FORCE)`)
    },
    async stop() {
      const { rows } = await pool.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
        `${run}_%`,
      ])
      for (const { datname } of rows) await pool.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
      await pool.end()
      await server.stop()
    },
  }
}
