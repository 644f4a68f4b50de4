import path from 'node:path'
import { projectFolder } from '#scripts/projectFolder'
import type { Stack } from './stack'

/** Where the starter templates are, a folder each. */
export const starterFolder = path.join(projectFolder, 'prisma', 'templates')

/** Publishes some templates, those of the starter set unless another folder is named, in a running stack, from this process. */
export async function publishTemplates(
  { databaseUrl, storageDir }: Stack,
  slugs: readonly string[],
  directory: string = starterFolder,
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
    const imported = await importDirectory(directory, {
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
