import { randomUUID } from 'node:crypto'
import os from 'node:os'
import { log } from '#graphql/log'
import { watchAlerts } from '#store/alerts/watchAlerts'
import { config } from '#store/config'
import { sampleProcess } from '#store/performance/sampleProcess'

/**
 * Tells how this site process is and looks after alerts, as workers do; nothing without a database, or while the site is only being built.
 */
export function startSiteDuties(): void {
  if (!process.env.DATABASE_URL || process.env.NEXT_PHASE === 'phase-production-build') return
  const siteId = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  sampleProcess(siteId, 'site', (error) => log.warn({ err: error }, 'no sample of this process'))
  watchAlerts(config(), log)
}
