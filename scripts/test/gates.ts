import { startDatabaseServer } from '#e2e/support/databaseServer'
import { schemaDifference } from '#scripts/prisma/schemaDifference'
import { runToEnd } from '#scripts/process/runToEnd'
import { projectFolder } from '#scripts/projectFolder'
import { buildSite, generateCode } from '#scripts/start/build'
import type { Progress } from '#scripts/start/progress'
import { needChromium } from './needChromium'
import { needRedis } from './needRedis'
import { testEnvironment } from './vitest'

/** Something that has to be in order besides the tests. Its check throws with what is not. */
export interface Gate {
  readonly name: string
  check(progress: Progress): Promise<void>
}

const tool = (name: string, file: string, ...args: readonly string[]): Promise<void> =>
  runToEnd(name, { args: [`node_modules/${file}`, ...args], folder: projectFolder, env: testEnvironment() })

async function checkDrift(): Promise<void> {
  const databases = await startDatabaseServer()
  try {
    const sql = await schemaDifference(projectFolder, await databases.create())
    if (sql) throw new Error(`prisma/schema.prisma and prisma/migrations differ; npm run db:migrate would add:\n${sql}`)
  } finally {
    await databases.stop()
  }
}

/** What `npm test` checks before the tests, in this order. */
export const gates: readonly Gate[] = [
  { name: 'Generated code', check: (progress) => generateCode(projectFolder, progress) },
  {
    name: 'Lint',
    check: () => tool('biome', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off', '.'),
  },
  {
    name: 'Types',
    async check() {
      await tool('next typegen', 'next/dist/bin/next', 'typegen')
      await tool('tsc', 'typescript/bin/tsc', '--noEmit', '-p', '.')
    },
  },
  { name: 'Migrations lead to the schema', check: checkDrift },
  { name: 'Production build', check: (progress) => buildSite(projectFolder, progress) },
  { name: 'Browser', check: ({ say }) => needChromium(say) },
  { name: 'Redis', check: ({ say }) => needRedis(say) },
]
