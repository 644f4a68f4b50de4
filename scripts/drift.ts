/** `npm run db:drift`: fails when prisma/schema.prisma says something that the migrations do not make, or the other way round. */

import { withDatabase } from './postgres/embedded'
import { schemaDifference } from './prisma/schemaDifference'
import { projectFolder } from './projectFolder'

const sql = await withDatabase(projectFolder, 'npm run db:drift', (url) => schemaDifference(projectFolder, url))
if (sql) {
  console.error(`prisma/schema.prisma and prisma/migrations differ. npm run db:migrate would add:\n\n${sql}`)
  process.exitCode = 1
}
