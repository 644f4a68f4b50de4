import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { closeSharedCaches } from '#store/cache/sharedCache'
import { closeDatabase } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { createTestDatabase, type TestDatabase } from './testDatabase'

/** Gives a test file a database and a storage folder of its own. */
export function withTestStore(): void {
  let database: TestDatabase
  // At once: whatever the test file reads of the settings while it is loaded must not fix another folder.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-store-'))
  process.env.MEMEZAP_STORAGE__DIRECTORY = folder
  beforeAll(async () => {
    database = await createTestDatabase()
    process.env.DATABASE_URL = database.url
  })
  afterAll(async () => {
    await closeSharedCaches()
    await jobEvents().close()
    await closeDatabase()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
}
