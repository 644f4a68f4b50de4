import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/prisma/client'
import { statementName } from './statementName'

const shared = globalThis as typeof globalThis & { memezapDatabase?: PrismaClient }

/** Where the data is. `npm start` sets it to the embedded Postgres when it is not set. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: use `npm start`, or set it to a PostgreSQL with pgvector')
  return url
}

/** Under a flood requests wait this long for a connection; Prisma's own 2 s make failures of what is only slow. */
const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 15_000 }

/** This process's one connection pool; survives hot reload through globalThis. */
export function database(): PrismaClient {
  shared.memezapDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: databaseUrl(), max: 10 },
      { statementNameGenerator: ({ sql }) => statementName(sql) },
    ),
    transactionOptions: TRANSACTION_LIMITS,
  })
  return shared.memezapDatabase
}

/** Ends the pool, if there is one; the next `database()` opens another. */
export async function closeDatabase(): Promise<void> {
  await shared.memezapDatabase?.$disconnect()
  shared.memezapDatabase = undefined
}
