import pino from 'pino'

/** The site's log: one JSON object per line on stdout. LOG_LEVEL chooses how much. */
export const log: pino.Logger = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { process: 'site' } })
