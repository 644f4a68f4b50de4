import type { Logger } from 'pino'

/** What readers that try again tell of their reads. */
export interface ReadOutage {
  readonly failed: (error: unknown) => void
  readonly worked: () => void
}

/** Tells the log when reads begin to fail and when they work again: two lines, however many try again and however often. */
export function readOutage(log: Pick<Logger, 'error' | 'info'>): ReadOutage {
  let failing = false
  return {
    failed(error) {
      if (!failing) log.error({ err: error }, 'jobs cannot be read; trying again until they can')
      failing = true
    },
    worked() {
      if (failing) log.info('jobs can be read again')
      failing = false
    },
  }
}
