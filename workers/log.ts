import pino from 'pino'

/** Structured lines on stdout: no picture bytes, no captions. */
export const log = pino({ name: 'worker', base: { name: 'worker' } })
