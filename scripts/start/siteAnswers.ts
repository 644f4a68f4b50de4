import { setTimeout as pause } from 'node:timers/promises'
import { SetupProblem } from '#scripts/setupProblem'

/** A page that is compiled on demand on a busy machine takes tens of seconds; nothing good takes this long. */
const PATIENCE_MS = 180_000

/**
 * Resolves when the site answers requests, or when `stopped` fires.
 * @throws SetupProblem with the last answer when there is no good one within `patienceMs`
 */
export async function siteAnswers(url: string, stopped: AbortSignal, patienceMs = PATIENCE_MS): Promise<void> {
  const late = AbortSignal.timeout(patienceMs)
  const signal = AbortSignal.any([stopped, late])
  let last = 'it gave no answer'
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal })
      await response.body?.cancel()
      if (response.status < 500) return
      last = `it answered ${response.status}`
    } catch (error) {
      if (!signal.aborted && error instanceof Error) last = String(error.cause ?? error)
    }
    await pause(100, undefined, { signal }).catch(() => {})
  }
  if (stopped.aborted) return
  throw new SetupProblem(`The site at ${url} was not up after ${patienceMs / 1000} s (${last}). Its lines are above.`)
}
