import pino from 'pino'

/**
 * Written at once, not when the process has a moment: what is left when it ends is else written for ever where nobody reads it any more, and the process
 * never ends.
 */
const destination = pino.destination({ fd: 1, sync: true })

/** Structured lines on stdout: no picture bytes, no captions. */
export const log = pino(
  { level: process.env.LOG_LEVEL ?? 'info', name: 'worker', base: { name: 'worker' } },
  destination,
)

/** Settles when nobody reads the log any more: its pipe is broken. What is logged from then on is lost. */
export const logLost = new Promise<void>((resolve) => {
  destination.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    resolve()
  })
})
