import { readFileSync } from 'node:fs'
import { setInterval as every } from 'node:timers'
import { parentOf, processIdentity } from '#scripts/process/identity'

/** The wish that this process should end. */
export interface StopRequest {
  /** Aborts when the wish comes. */
  readonly signal: AbortSignal
  readonly requested: Promise<void>
  abort(): void
  dispose(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const npmCheckMs = 1000

/** npm's process, which runs this one directly or through a shell. */
function npmAbove(): number | undefined {
  for (const pid of [process.ppid, parentOf(process.ppid)]) {
    try {
      if (pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('npm')) return pid
    } catch {
      return undefined
    }
  }
  return undefined
}

/**
 * Hears Ctrl-C, SIGTERM and the closing of the terminal. Under `npm start` also that npm was killed: npm cannot pass that on,
 * and we would run on unseen.
 */
export function stopRequest(): StopRequest {
  const controller = new AbortController()
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const abort = () => controller.abort()
  for (const signal of signals) process.on(signal, abort)
  const npm = npmAbove()
  const watch = every(() => npm && !processIdentity(npm) && abort(), npmCheckMs)
  watch.unref()
  return {
    signal: controller.signal,
    requested,
    abort,
    dispose() {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, abort)
    },
  }
}
