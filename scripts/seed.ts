/** `npm run seed`: publishes the starter templates of prisma/templates that this database has not had yet. `npm start` runs it, too. */
import path from 'node:path'
import pg from 'pg'
import { config } from '#store/config'
import { closeDatabase } from '#store/database'
import { migrate } from './migrations'
import { withDatabase } from './postgres/embedded'
import { projectFolder } from './projectFolder'
import { seedTemplates } from './templates/seedTemplates'

/** Any number that nothing else locks. */
const seedLock = 72707370

async function seed(): Promise<void> {
  const { imported, kept, refused } = await seedTemplates(path.join(projectFolder, 'prisma/templates'), {
    config: config(),
    progress: (done, total) => {
      if (done % 10 === 0 || done === total) console.log(`Starter templates: ${done} of ${total}`)
    },
  })
  if (imported.length > 0) console.log(`${imported.length} starter templates published`)
  if (kept.length > 0) console.log(`Left as the curators have them: ${kept.join(', ')}`)
  for (const { folder, why } of refused) console.log(`Starter template ${folder} was refused: ${why}`)
}

/** One process at a time: two would publish the same templates twice. */
async function alone(url: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [seedLock])
    await work()
  } finally {
    await client.end()
  }
}

await withDatabase(projectFolder, 'npm run seed', async (url) => {
  process.env.DATABASE_URL = url
  try {
    await migrate(url)
    await alone(url, seed)
  } finally {
    await closeDatabase()
  }
})
