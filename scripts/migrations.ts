import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { installQueue } from '#store/queue'
import { projectFolder } from './projectFolder'

/** The lock that `prisma migrate deploy` takes, so that the two never work at the same moment. */
const prismaLock = 72707369

const recordTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

export const migrationsFolder = path.join(projectFolder, 'prisma/migrations')

interface Migration {
  readonly name: string
  readonly sql: string
  /** SHA-256 of the file, as Prisma records it. */
  readonly checksum: string
}

interface MigrationRecord {
  readonly migration_name: string
  readonly checksum: string
  readonly finished: boolean
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const bytes = readFileSync(file)
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}

/** Migrations that are still to be applied. Throws when one failed earlier, or was edited after it was applied. */
function pending(migrations: readonly Migration[], records: readonly MigrationRecord[]): Migration[] {
  const failed = records.find((record) => !record.finished)
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed earlier and has to be repaired by hand: see docs/operations.md, "A migration failed".`,
    )
  }
  const checksums = new Map(records.map((record) => [record.migration_name, record.checksum]))
  const edited = migrations.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
  if (edited)
    throw new Error(
      `The migration ${edited.name} was changed after this database had applied it. Undo the change and add a new migration.`,
    )
  return migrations.filter(({ name }) => !checksums.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    const { message } = error as Error
    await client.query('ROLLBACK')
    await client.query('UPDATE "_prisma_migrations" SET logs = $2 WHERE id = $1', [id, message])
    throw new Error(`The migration ${name} failed: ${message}`, { cause: error })
  }
  await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}

/**
 * Applies the migrations that a database lacks, in order, and records them as `prisma migrate deploy` does, without Prisma's
 * engine. Several processes may call it at the same moment. Returns the names of what it applied.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(recordTable)
    const { rows } = await client.query<MigrationRecord>(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const missing = pending(readMigrations(folder), rows)
    for (const migration of missing) await apply(client, migration)
    // Under the same lock: the queue's own tables come from its library.
    await installQueue(databaseUrl)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
