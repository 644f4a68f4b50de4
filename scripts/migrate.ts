/** `npm run migrate`: applies the migrations that the database lacks. */
import { migrate } from './migrations'
import { withDatabase } from './postgres/embedded'
import { projectFolder } from './projectFolder'

const applied = await withDatabase(projectFolder, 'npm run migrate', (url) => migrate(url))
for (const name of applied) console.log(`Applied ${name}`)
console.log('The database is up to date.')
