import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { SetupProblem } from '#scripts/setupProblem'
import { addressOf, type Cluster, type ClusterOptions, databaseName, openCluster } from './cluster'
import { freePort } from './freePort'
import { postgresOwner } from './places'
import { stopOrphan } from './postmaster'

/** A running Postgres of ours. */
export interface PostgresServer {
  /** Address of the default database, with the password in it. */
  readonly url: string
  /** The keeper's process: it ends with Postgres, and stops Postgres when it is asked to end. */
  readonly keeperPid: number
  /** Resolves with the last lines of the server's log when it has ended, asked or not. */
  readonly ended: Promise<readonly string[]>
  stop(): Promise<void>
}

const startTimeoutMs = 120_000
const maxLogBytes = 16 * 1024 * 1024
const attempts = 20
const keeperProgram = fileURLToPath(new URL('keeper.mjs', import.meta.url))

/** A start that failed for a reason that passes: the killed server's memory is still there, or the port was just taken. */
const passing = /pre-existing shared memory block|Address already in use|could not bind|lock file .* already exists/

function settings(throwaway: boolean, port: number): string[] {
  const chosen = {
    listen_addresses: '127.0.0.1',
    port,
    // A socket in a shared folder would be one more door; TCP asks for the password.
    unix_socket_directories: '',
    max_connections: throwaway ? 400 : 100,
    log_min_messages: 'warning',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' } : {}),
  }
  return Object.entries(chosen).flatMap(([key, value]) => ['-c', `${key}=${value}`])
}

const lastLines = (log: string): string[] => log.split('\n').slice(-8)

/** Resolves true when the server answers, false when its keeper ended before. */
async function answers(url: string, ended: () => boolean): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs
  while (!ended()) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return true
    } catch (error) {
      const code = (error as { code?: string }).code
      // A foreign server that took the port just before ours: then ours is about to end.
      const foreign = code === '28P01' && (await pause(500, true)) && ended()
      const starting = code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03'
      if (!starting && !foreign) throw error
      if (Date.now() > deadline) throw new Error('Postgres did not come up in two minutes', { cause: error })
      await pause(20)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return false
}

async function createDefaultDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(cluster.password, port, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(databaseName)}`)
  } finally {
    await client.end()
  }
}

function logSince(file: string, offset: number): string {
  return existsSync(file) ? readFileSync(file).subarray(offset).toString('utf8').trim() : ''
}

async function attempt(cluster: Cluster, options: ClusterOptions, port: number): Promise<PostgresServer | string> {
  const { tree, folder, throwaway } = options
  if (existsSync(cluster.logFile) && statSync(cluster.logFile).size > maxLogBytes) truncateSync(cluster.logFile)
  const logStart = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0
  const order = {
    program: path.join(tree, 'bin/postgres'),
    args: ['-D', cluster.dataFolder, ...settings(throwaway, port)],
    folder,
    logFile: cluster.logFile,
    removeFolder: throwaway,
    ...postgresOwner,
  }
  // A session of its own: Ctrl-C reaches every process of the terminal's, and Postgres has to be the last to end.
  const keeper = spawn(process.execPath, [keeperProgram, JSON.stringify(order)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const exit = once(keeper, 'exit')
  const ended = () => keeper.exitCode !== null || keeper.signalCode !== null
  try {
    const up = await answers(addressOf(cluster.password, port, 'postgres'), ended)
    if (!up) return logSince(cluster.logFile, logStart)
    await createDefaultDatabase(cluster, port)
  } catch (error) {
    keeper.stdin.end()
    await exit
    throw error
  }
  return {
    url: addressOf(cluster.password, port),
    keeperPid: keeper.pid!,
    ended: exit.then(() => lastLines(logSince(cluster.logFile, logStart))),
    async stop() {
      keeper.stdin.end()
      await exit
    },
  }
}

/**
 * Starts Postgres on a folder and waits until it answers, also after a crash of the last one. The same port again if it is free.
 * A throwaway server removes its folder when it ends.
 * Throws with the end of Postgres' log when it does not start.
 */
export async function startServer(options: ClusterOptions): Promise<PostgresServer> {
  const cluster = await openCluster(options)
  await stopOrphan(cluster.dataFolder)
  const portFile = path.join(options.folder, 'port')
  const lastPort = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0
  let words = ''
  for (let i = 0; i < attempts; i++) {
    const port = await freePort(lastPort)
    const result = await attempt(cluster, options, port)
    if (typeof result !== 'string') {
      writeFileSync(portFile, String(port))
      return result
    }
    words = result
    if (!passing.test(words)) break
    await pause(100)
  }
  throw new SetupProblem(`Postgres does not start on ${options.folder}:\n${lastLines(words).join('\n')}`)
}
