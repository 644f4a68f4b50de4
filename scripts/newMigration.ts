/** `npm run db:migrate -- add_stars`: writes the migration that leads to what prisma/schema.prisma now says, to be read and applied. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder } from './migrations'
import { withDatabase } from './postgres/embedded'
import { schemaDifference } from './prisma/schemaDifference'
import { projectFolder } from './projectFolder'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Say what the migration does, in small letters and underscores: npm run db:migrate -- add_stars')
  process.exit(1)
}
const sql = await withDatabase(projectFolder, 'npm run db:migrate', (url) => schemaDifference(projectFolder, url))
if (sql) {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsFolder, `${time}_${name}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'migration.sql'), `${sql}\n`)
  console.log(
    `Written: ${path.relative(projectFolder, folder)}/migration.sql. Read it; npm start and npm run migrate apply it.`,
  )
} else {
  console.log('The migrations already lead to what prisma/schema.prisma says.')
}
