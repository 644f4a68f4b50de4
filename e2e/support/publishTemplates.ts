import path from 'node:path'
import { projectFolder } from '#scripts/projectFolder'
import type { Stack } from './stack'

/** Publishes some of the starter templates in a running stack, from this process. */
export async function publishTemplates(
  { databaseUrl, storageDir }: Stack,
  slugs: readonly string[],
): Promise<readonly string[]> {
  process.env.DATABASE_URL = databaseUrl
  process.env.MEMEZAP_STORAGE__DIRECTORY = storageDir
  // Imported late: settings are read once, and must be the stack's.
  const [{ importDirectory }, { config }, { closeDatabase }] = await Promise.all([
    import('#scripts/templates/importDirectory'),
    import('#store/config'),
    import('#store/database'),
  ])
  try {
    const imported = await importDirectory(path.join(projectFolder, 'prisma', 'templates'), {
      config: config(),
      newState: 'published',
      licence: '',
      actor: 'test',
      dryRun: false,
      wanted: (name) => slugs.includes(name),
    })
    return imported.map(({ folder }) => folder)
  } finally {
    await closeDatabase()
  }
}
