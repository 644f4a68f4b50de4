import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Holder, holderOf, tryLock } from '#scripts/process/lock'
import { SetupProblem } from '#scripts/setupProblem'
import { addressOf } from './cluster'
import { databaseFolder, type Say } from './places'
import { postgresTree } from './postgresTree'
import { runningPostmaster } from './postmaster'
import { type PostgresServer, startServer } from './server'

/** The project's embedded database is run by another command of ours. */
export class DatabaseInUse extends SetupProblem {
  constructor(readonly holder: Holder) {
    super(
      `MemeZap already runs in this folder: ${holder.purpose} (process ${holder.pid}). Stop it, or wait until it ends, then start again.`,
    )
  }
}

const lockFile = (folder: string): string => path.join(folder, 'in-use.json')

/** @throws DatabaseInUse when another process runs the project's embedded database */
export function needUnusedDatabase(projectFolder: string): void {
  const holder = holderOf(lockFile(databaseFolder(projectFolder)))
  if (holder) throw new DatabaseInUse(holder)
}

/**
 * Starts the project's embedded database, for this process alone to stop.
 * @param purpose says to others what it runs for, for example "npm start"
 * @throws DatabaseInUse when another process runs it
 */
export async function startEmbedded(projectFolder: string, purpose: string, say: Say): Promise<PostgresServer> {
  const tree = await postgresTree(say)
  const folder = databaseFolder(projectFolder)
  const lock = tryLock(lockFile(folder), purpose)
  if ('holder' in lock) throw new DatabaseInUse(lock.holder)
  try {
    const server = await startServer({ tree, folder, throwaway: false })
    const released = server.ended.finally(lock.release)
    return { ...server, ended: released }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Address of the project's embedded database, which another command of ours runs at this moment. */
function addressOfRunning(folder: string): string {
  const running = runningPostmaster(path.join(folder, 'data'))
  if (!running) throw new SetupProblem('The embedded database is just starting or stopping. Try again in a moment.')
  return addressOf(readFileSync(path.join(folder, 'password'), 'utf8').trim(), running.port)
}

/**
 * Does some work with a database: the one of DATABASE_URL, else the embedded one, which is started for this work unless
 * it runs already.
 */
export async function withDatabase<T>(
  projectFolder: string,
  purpose: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const say: Say = (line) => console.error(line)
  const server = await startEmbedded(projectFolder, purpose, say).catch((error: unknown) => {
    if (error instanceof DatabaseInUse) return undefined
    throw error
  })
  if (!server) return work(addressOfRunning(databaseFolder(projectFolder)))
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}
