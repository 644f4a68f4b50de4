import path from 'node:path'
import { migrate } from '#scripts/migrations'
import { DatabaseInUse } from '#scripts/postgres/embedded'
import { tryLock } from '#scripts/process/lock'
import { Supervisor } from '#scripts/process/supervisor'
import { buildSite, generateCode } from './build'
import { databasePart, type System, siteAnswers, sitePart, workerPart } from './parts'
import { needFreePort, PortProblem, wantedPort } from './port'
import { type Progress, progress } from './progress'
import { stopRequest } from './stopRequest'

/** Something that the person has to put right; the message says how. */
class CannotStart extends Error {}

async function openDatabase(system: System, supervisor: Supervisor, { say }: Progress): Promise<() => string> {
  const given = process.env.DATABASE_URL
  if (given) {
    say('Using the database of DATABASE_URL')
    return () => given
  }
  say('Starting the embedded database')
  let address = ''
  await supervisor.keep(
    databasePart(system, say, (url) => {
      const moved = address !== '' && address !== url
      address = url
      if (!moved) return
      for (const part of ['site', 'worker']) void supervisor.restart(part)
    }),
  )
  return () => address
}

async function migrateDatabase(url: string, { say }: Progress): Promise<void> {
  const applied = await migrate(url)
  if (applied.length > 0) say(`Applied ${applied.length} database migration${applied.length > 1 ? 's' : ''}`)
}

async function bringUp(system: System, supervisor: Supervisor, told: Progress, stopped: AbortSignal): Promise<void> {
  const prepare = async () => {
    await generateCode(system.folder, told, stopped)
    if (system.mode === 'production') await buildSite(system.folder, told, stopped)
  }
  const openAndMigrate = async () => {
    const url = await openDatabase(system, supervisor, told)
    await migrateDatabase(url(), told)
    return url
  }
  const [databaseUrl] = await Promise.all([openAndMigrate(), prepare()])
  if (stopped.aborted) return
  told.say('Starting the worker and the site')
  await supervisor.keep(workerPart(system, databaseUrl))
  await supervisor.keep(sitePart(system, databaseUrl))
  const url = `http://${system.host ?? 'localhost'}:${system.port}`
  await Promise.race([siteAnswers(url, stopped), supervisor.failed])
  if (!stopped.aborted) told.say(`MemeZap is ready: ${url}   (Ctrl-C stops it)`)
}

/** Errors whose message is all that a person needs. */
const expected = [CannotStart, PortProblem, DatabaseInUse]

function words(error: unknown): string {
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? error.message : String(error)
}

/**
 * Brings up the whole system and keeps it running until it is told to stop or a part cannot be kept alive.
 * Returns the exit code of the process.
 */
export async function start(folder: string, mode: System['mode']): Promise<number> {
  const told = progress((line) => console.log(line))
  const stop = stopRequest()
  const supervisor = new Supervisor(told.say)
  const lock = tryLock(path.join(folder, '.data/running.json'), mode === 'production' ? 'npm start' : 'npm run dev')
  try {
    if ('holder' in lock) {
      const { purpose, pid } = lock.holder
      throw new CannotStart(`MemeZap already runs in this folder (${purpose}, process ${pid}). Stop that one first.`)
    }
    const system: System = { folder, mode, port: wantedPort(), host: process.env.HOST || undefined }
    await needFreePort(system.port, system.host)
    const up = bringUp(system, supervisor, told, stop.signal)
    await Promise.race([up.then(() => stop.requested), stop.requested, supervisor.failed])
    told.say('Stopping')
    await supervisor.stop()
    await up.catch(() => {})
    return 0
  } catch (error) {
    stop.abort()
    await supervisor.stop()
    console.error(`\nMemeZap stopped: ${words(error)}`)
    return 1
  } finally {
    if ('release' in lock) lock.release()
    stop.dispose()
  }
}
