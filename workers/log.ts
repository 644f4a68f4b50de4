import pino from 'pino'

/** Structured lines on stdout: no picture bytes, no captions. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', name: 'worker', base: { name: 'worker' } })
