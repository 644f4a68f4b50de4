import type { Config } from '#core/config'
import { checkAlerts } from './checkAlerts'
import { sendAlerts } from './sendAlerts'

/** Who is told what goes wrong with telling. */
export interface AlertLog {
  warn(about: object, words: string): void
}

/**
 * Has this process look after alerts, and send them. Every process of site and workers does: one of them looks each time, so that somebody still tells
 * when all others are dead.
 * @returns what ends it
 */
export function watchAlerts(config: Config, log: AlertLog): () => void {
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    try {
      await checkAlerts(config)
      for (const { id, failure } of await sendAlerts(config))
        if (failure !== null) log.warn({ messageId: id, failure }, 'an alert could not be sent')
    } catch (error) {
      // Without a database nobody can look; /api/performance and the log say so.
      log.warn({ err: error }, 'could not look whether something is wrong')
    } finally {
      busy = false
    }
  }
  const timer = setInterval(() => void look(), config.alerts.check_seconds * 1000)
  timer.unref()
  return () => clearInterval(timer)
}
