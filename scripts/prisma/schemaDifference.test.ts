import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { createTestDatabase, type TestDatabase } from '#e2e/support/testDatabase'
import { migrationsFolder } from '#scripts/migrations'
import { projectFolder } from '#scripts/projectFolder'
import { schemaDifference } from './schemaDifference'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the migrations lead to the schema', async () => {
  expect(await schemaDifference(projectFolder, database.url)).toBeUndefined()
})

test('what a migration makes and the schema lacks is found; a script with semicolons in texts is one script', async () => {
  const folder = temporaryFolder()
  cpSync(migrationsFolder, folder, { recursive: true })
  mkdirSync(path.join(folder, '90000000000000_more'))
  writeFileSync(
    path.join(folder, '90000000000000_more/migration.sql'),
    `-- one; two\nCREATE TABLE "unknown_to_schema" ("word" TEXT PRIMARY KEY DEFAULT 'a;b');`,
  )
  expect(await schemaDifference(projectFolder, database.url, folder)).toContain('DROP TABLE "unknown_to_schema"')
})
