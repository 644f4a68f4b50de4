/** `npm run templates -- import DIR` and `export DIR`: template folders in memegen's format, or ours (prisma/templates). */
import { parseArgs } from 'node:util'
import type { ImportOutcome } from '#core/importReport'
import type { TemplateState } from '#core/template'
import { config } from '#store/config'
import { closeDatabase } from '#store/database'
import { migrate } from './migrations'
import { withDatabase } from './postgres/embedded'
import { projectFolder } from './projectFolder'
import { exportDirectory } from './templates/exportDirectory'
import { importDirectory } from './templates/importDirectory'

const usage = `npm run templates -- import DIR [--state draft|published|retired] [--licence "…"] [--look]
npm run templates -- export DIR

--state is for templates that are not there yet: others keep theirs. --look changes nothing, and tells what would happen.`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: 'string', default: 'draft' },
    licence: { type: 'string', default: '' },
    look: { type: 'boolean', default: false },
  },
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
    const slugs = await exportDirectory(directory!)
    console.log(`${slugs.length} templates written to ${directory}`)
    return
  }
  const folders = await importDirectory(directory!, {
    config: config(),
    newState: state!,
    licence: values.licence,
    actor: 'npm run templates',
    dryRun: values.look,
    progress: (done, total, { folder }) => {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${done}/${total} ${folder}`)
      else if (done % 25 === 0 || done === total) console.log(`${done}/${total}`)
    },
  })
  const count = (wanted: ImportOutcome) => folders.filter(({ outcome }) => outcome === wanted).length
  if (values.look) console.log('\nNothing was changed. An import would end with')
  console.log(
    `${count('created')} created as ${state}, ${count('updated')} updated, ${count('unchanged')} unchanged, ${count('failed')} failed`,
  )
  for (const { folder, reason } of folders) if (reason !== null) console.log(`  ${folder} failed: ${reason}`)
  for (const { folder, notUnderstood } of folders)
    for (const what of notUnderstood) console.log(`  ${folder}, not understood: ${what}`)
}

await withDatabase(projectFolder, 'npm run templates', async (url) => {
  process.env.DATABASE_URL = url
  try {
    await run(url)
  } finally {
    await closeDatabase()
  }
})
