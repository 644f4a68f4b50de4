import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { createTestDatabase, type TestDatabase } from '#e2e/support/testDatabase'
import { migrate, migrationsFolder } from './migrations'

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.url })
  client.on('error', () => {})
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** A migrations folder that goes on from the project's own. */
function folderWith(migrations: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  }
  return folder
}

test('a migrated database needs nothing more', async () => {
  expect(await migrate(database.url)).toEqual([])
})

test('each migration is recorded with the checksum of its file', async () => {
  const { rows } = await client.query('SELECT migration_name, checksum, applied_steps_count FROM "_prisma_migrations"')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    const file = readFileSync(path.join(migrationsFolder, row.migration_name, 'migration.sql'))
    expect(row.checksum).toBe(createHash('sha256').update(file).digest('hex'))
    expect(row.applied_steps_count).toBe(1)
  }
})

test('several processes at once apply a migration only once', async () => {
  const folder = folderWith({ '90000000000000_once': 'CREATE TABLE once (id int)' })
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)))
  expect(applied.flat()).toEqual(['90000000000000_once'])
})

test('an edited migration is refused by name', async () => {
  const folder = folderWith({ '90000000000000_once': 'CREATE TABLE once (id bigint)' })
  await expect(migrate(database.url, folder)).rejects.toThrow('90000000000000_once was changed')
})

test('a failing migration is named, leaves nothing behind and is tried again', async () => {
  const name = '90000000000001_broken'
  const failing = folderWith({ [name]: 'CREATE TABLE left_over (id int); SELECT nonsense' })
  await expect(migrate(database.url, failing)).rejects.toThrow(/90000000000001_broken failed: .*nonsense/)
  expect((await client.query("SELECT to_regclass('left_over') AS found")).rows[0].found).toBeNull()
  expect(await migrate(database.url, folderWith({ [name]: 'CREATE TABLE left_over (id int)' }))).toEqual([name])
})

test('what another tool left half done is refused by name', async () => {
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('x', 'y', '90000000000002_half')`,
  )
  await expect(migrate(database.url)).rejects.toThrow('90000000000002_half was left half done')
})

test('a database that does not answer is told in words', async () => {
  await expect(migrate('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/does not let us in: .*ECONNREFUSED/)
})
