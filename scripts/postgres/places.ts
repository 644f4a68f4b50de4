import { createHash } from 'node:crypto'
import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SetupProblem } from '#scripts/setupProblem'

/** Receives one line for the person who waits. */
export type Say = (line: string) => void

const runsAsRoot = process.getuid?.() === 0

/**
 * Who runs Postgres: it refuses root, so root's runs as `nobody`; undefined means the caller.
 * The number is `nobody`'s on every current Linux.
 */
export const postgresOwner = runsAsRoot ? { uid: 65534, gid: 65534 } : undefined

function writableFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Where things that can be made again are kept: /var/cache/memezap for root, whose Postgres runs as another user and cannot
 * enter /root; else memezap/ in the user's cache; without a home a folder of the user's own in the temporary folder.
 */
export function cacheFolder(): string {
  const bases = runsAsRoot ? ['/var/cache'] : [process.env.XDG_CACHE_HOME, path.join(os.homedir(), '.cache')]
  for (const base of bases) {
    const folder = base && path.isAbsolute(base) ? path.join(base, 'memezap') : undefined
    if (folder && writableFolder(folder)) return folder
  }
  const folder = path.join(os.tmpdir(), `memezap-${process.getuid?.() ?? 'cache'}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  // The name can be guessed, so another user may have made it first, to slip in a Postgres of theirs.
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || stat.uid !== process.getuid?.())
    throw new SetupProblem(`${folder} belongs to another user`)
  return folder
}

/**
 * Where a project's database lives: .data/postgres in its folder. For root, whose Postgres could not enter a project below
 * /root, a folder in /var/lib/memezap named after the project's path. MEMEZAP_POSTGRES_DIR overrides both.
 */
export function databaseFolder(projectFolder: string): string {
  if (process.env.MEMEZAP_POSTGRES_DIR) return path.resolve(process.env.MEMEZAP_POSTGRES_DIR)
  if (!runsAsRoot) return path.join(projectFolder, '.data/postgres')
  const hash = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8)
  return path.join('/var/lib/memezap', `${path.basename(projectFolder)}-${hash}`)
}
