import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SetupProblem } from '#scripts/setupProblem'
import { postgresOwner } from './places'
import { runAsPostgres } from './runAsPostgres'

/** Name of the superuser and of the database that a new cluster gets. */
export const databaseName = 'memezap'

/** Where a database cluster lies, and what it runs on. */
export interface ClusterOptions {
  /** A Postgres of the data's major version, from `postgresTree`. */
  readonly tree: string
  /** Holds data, password and log; made when missing. */
  readonly folder: string
  /** For tests: does not wait for the disk. */
  readonly throwaway: boolean
}

/** One Postgres data folder with what is needed to reach it. */
export interface Cluster {
  readonly dataFolder: string
  readonly logFile: string
  readonly password: string
}

/** Where to reach a server of ours, with its password. */
export const addressOf = (password: string, port: number, database = databaseName): string =>
  `postgres://${databaseName}:${password}@127.0.0.1:${port}/${database}`

function giveToPostgres(file: string): void {
  if (postgresOwner) chownSync(file, postgresOwner.uid, postgresOwner.gid)
}

async function create(options: ClusterOptions, dataFolder: string, password: string): Promise<void> {
  const { tree, folder, throwaway } = options
  const unfinished = path.join(folder, 'data.new')
  const passwordFile = path.join(folder, 'password.new')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveToPostgres(unfinished)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveToPostgres(passwordFile)
  try {
    await runAsPostgres(path.join(tree, 'bin/initdb'), [
      ['-D', unfinished],
      ['--username', databaseName],
      ['--auth', 'scram-sha-256'],
      ['--pwfile', passwordFile],
      // Sorts and folds case alike on every machine: the C library's locales differ from one to the next.
      ['--locale-provider', 'builtin'],
      ['--builtin-locale', 'C.UTF-8'],
      ['--locale', 'C'],
      ['--encoding', 'UTF8'],
      ['--no-instructions'],
      throwaway ? ['--no-sync'] : ['--data-checksums'],
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, dataFolder)
}

/**
 * Opens the cluster in a folder, made first when the folder has none. Other users of the machine cannot read its data, nor
 * the password, which connections over TCP need.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder } = options
  mkdirSync(folder, { recursive: true })
  // Root's Postgres runs as another user, who has to pass through, but not to look.
  chmodSync(folder, postgresOwner ? 0o711 : 0o700)
  const dataFolder = path.join(folder, 'data')
  const logFile = path.join(folder, 'postgres.log')
  const passwordFile = path.join(folder, 'password')
  if (!existsSync(dataFolder)) {
    const password = randomBytes(24).toString('base64url')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    await create(options, dataFolder, password)
    return { dataFolder, logFile, password }
  }
  if (!existsSync(passwordFile)) {
    throw new SetupProblem(
      `${passwordFile} is gone. Bring it back, or remove ${folder} to begin with an empty database.`,
    )
  }
  const version = readFileSync(path.join(dataFolder, 'PG_VERSION'), 'utf8').trim()
  if (version !== '17')
    throw new SetupProblem(`${dataFolder} belongs to Postgres ${version}, not 17: see docs/operations.md.`)
  return { dataFolder, logFile, password: readFileSync(passwordFile, 'utf8').trim() }
}
