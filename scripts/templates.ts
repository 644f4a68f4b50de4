/** `npm run templates -- import DIR` and `export DIR`: template folders in memegen's format, or ours (prisma/templates). */
import { parseArgs } from 'node:util'
import type { TemplateState } from '#core/template'
import { config } from '#store/config'
import { closeDatabase } from '#store/database'
import { migrate } from './migrations'
import { withDatabase } from './postgres/embedded'
import { projectFolder } from './projectFolder'
import { exportFolders } from './templates/exportFolders'
import { importFolders } from './templates/importFolders'

const usage = `npm run templates -- import DIR [--state draft|published|retired] [--licence "…"]
npm run templates -- export DIR`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { state: { type: 'string', default: 'draft' }, licence: { type: 'string', default: '' } },
})
const [command, directory] = positionals
const states: readonly TemplateState[] = ['draft', 'published', 'retired']
const state = states.find((name) => name === values.state)
if (!directory || !state || (command !== 'import' && command !== 'export')) {
  console.error(usage)
  process.exit(1)
}

async function run(url: string): Promise<void> {
  await migrate(url)
  if (command === 'export') {
    const slugs = await exportFolders(directory!)
    console.log(`${slugs.length} templates written to ${directory}`)
    return
  }
  const { imported, refused, notUnderstood } = await importFolders(directory!, {
    config: config(),
    state: state!,
    licence: values.licence,
    actor: 'npm run templates',
    progress: (done, total, slug) => {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${done}/${total} ${slug}`)
      else if (done % 25 === 0 || done === total) console.log(`${done}/${total}`)
    },
  })
  console.log(`\n${imported.length} templates imported as ${state}`)
  for (const { folder, why } of refused) console.log(`  refused ${folder}: ${why}`)
  for (const { slug, what } of notUnderstood) console.log(`  ${slug}: kept but not understood: ${what.join(', ')}`)
}

await withDatabase(projectFolder, 'npm run templates', async (url) => {
  process.env.DATABASE_URL = url
  try {
    await run(url)
  } finally {
    await closeDatabase()
  }
})
