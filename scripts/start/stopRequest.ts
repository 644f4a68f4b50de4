import { setInterval as every } from 'node:timers'

/** The wish that this process should end. */
export interface StopRequest {
  /** Aborts when the wish comes. */
  readonly signal: AbortSignal
  readonly requested: Promise<void>
  abort(): void
  dispose(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const parentCheckMs = 1000

/**
 * Hears Ctrl-C, SIGTERM and the closing of the terminal. Under `npm start` also that npm was killed: npm cannot pass that on,
 * and its child would run on unseen.
 */
export function stopRequest(): StopRequest {
  const controller = new AbortController()
  const requested = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const abort = () => controller.abort()
  for (const signal of signals) process.on(signal, abort)
  const parent = process.ppid
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const watch = every(() => underNpm && process.ppid !== parent && abort(), parentCheckMs)
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
