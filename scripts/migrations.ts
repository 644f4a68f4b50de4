import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { installQueue } from '#store/queue'
import { projectFolder } from './projectFolder'
import { SetupProblem } from './setupProblem'

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

/** Where Prisma keeps migrations: a folder with migration.sql for each, in the order of their names. */
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
    throw new SetupProblem(
      `The migration ${failed.migration_name} was left half done, by Prisma's own command. Repair it by hand: see docs/operations.md, "A migration failed".`,
    )
  }
  const checksums = new Map(records.map((record) => [record.migration_name, record.checksum]))
  const edited = migrations.find(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
  if (edited)
    throw new SetupProblem(
      `The migration ${edited.name} was changed after this database had applied it. Undo the change and add a new migration.`,
    )
  return migrations.filter(({ name }) => !checksums.has(name))
}

/** Applies one migration and records it, both or neither: a failed one can be tried again. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const record = `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ($1, $2, $3, clock_timestamp(), 1)`
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(record, [randomUUID(), checksum, name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new SetupProblem(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A connection that is cut makes the query under way fail, which says so.
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    throw new SetupProblem(`The database does not let us in: ${message || code}`, { cause: error })
  }
}

/**
 * Applies the migrations that a database lacks, in order, and records them as `prisma migrate deploy` does, without Prisma's
 * engine. Several processes may call it at the same moment.
 * Throws SetupProblem when the database cannot be reached or a migration fails. Returns the names of what it applied.
 */
export async function migrate(databaseUrl: string, folder = migrationsFolder): Promise<readonly string[]> {
  const client = await connect(databaseUrl)
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
