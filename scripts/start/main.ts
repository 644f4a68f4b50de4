import { adminToken } from '#graphql/admin/adminToken'
import { migrate } from '#scripts/migrations'
import { needUnusedDatabase } from '#scripts/postgres/embedded'
import { ProgramFailed } from '#scripts/process/runToEnd'
import { CannotKeepAlive, Supervisor } from '#scripts/process/supervisor'
import { SetupProblem } from '#scripts/setupProblem'
import { redisUrl } from '#store/cache/redisUrl'
import { ConfigError, config } from '#store/config'
import { buildSite, generateCode } from './build'
import { buildWorker } from './buildWorker'
import { databasePart, type System, sitePart, workerPart } from './parts'
import { needFreePort, wantedPort } from './port'
import { type Progress, progress } from './progress'
import { siteAnswers } from './siteAnswers'
import { siteUrl } from './siteUrl'
import { publishStarterTemplates } from './starterTemplates'
import { stopRequest } from './stopRequest'

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
  const generated = generateCode(system.folder, told, stopped)
  const prepare = async () => {
    await generated
    if (system.mode === 'development') return undefined
    await buildSite(system.folder, told, stopped)
    return buildWorker(system.folder, told)
  }
  const openAndMigrate = async () => {
    const url = await openDatabase(system, supervisor, told)
    await migrateDatabase(url(), told)
    return url
  }
  const opened = openAndMigrate()
  const published = Promise.all([opened, generated]).then(([url]) =>
    publishStarterTemplates(system.folder, url(), told, stopped),
  )
  // Waited for at the end: until then its failure, which is that of one of the two below, is theirs to tell.
  published.catch(() => {})
  const [databaseUrl, builtWorker] = await Promise.all([opened, prepare()])
  if (stopped.aborted) return
  if (redisUrl()) told.say('Using the Redis of REDIS_URL for shared caches')
  told.say('Starting the worker and the site')
  await supervisor.keep(workerPart(system, databaseUrl, builtWorker))
  await supervisor.keep(sitePart(system, databaseUrl))
  const url = siteUrl(system.host, system.port)
  await Promise.race([Promise.all([siteAnswers(url, stopped), published]), supervisor.failed])
  if (!stopped.aborted) told.say(`MemeZap is ready: ${url}   (Ctrl-C stops it)`)
}

/** Errors whose message is all that a person needs. */
const expected = [SetupProblem, ConfigError, CannotKeepAlive, ProgramFailed]

function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isExpected = expected.some((kind) => error instanceof kind)
  return isExpected ? error.message : (error.stack ?? error.message)
}

/**
 * Brings up the whole system and keeps it running until it is told to stop or a part cannot be kept alive.
 * Returns the exit code of the process.
 */
export async function start(folder: string, mode: System['mode']): Promise<number> {
  const told = progress((line) => console.log(line))
  const stop = stopRequest()
  const supervisor = new Supervisor(told.say)
  let isUp = false
  try {
    const system: System = { folder, mode, port: wantedPort(), host: process.env.HOST || undefined }
    siteUrl(system.host, system.port)
    // A wrong setting ends the start here, by its name; later it would be the worker's fourth death that tells of it.
    config()
    adminToken()
    redisUrl()
    if (!process.env.DATABASE_URL) needUnusedDatabase(folder)
    await needFreePort(system.port, system.host)
    const up = bringUp(system, supervisor, told, stop.signal).then(() => {
      isUp = true
    })
    await Promise.race([up.then(() => stop.requested), stop.requested, supervisor.failed])
    told.say('Stopping')
    await supervisor.stop()
    await up.catch(() => {})
    return 0
  } catch (error) {
    stop.abort()
    await supervisor.stop()
    console.error(`\nMemeZap ${isUp ? 'stopped' : 'did not start'}: ${words(error)}`)
    return 1
  } finally {
    stop.dispose()
  }
}
