/** What an alert can be about; the unit of its value is in the name. */
export const alertKinds = ['P95_MS', 'ERROR_RATE_PERCENT', 'QUEUE_AGE_SECONDS', 'NO_WORKERS_SECONDS'] as const

/** A figure that is watched. */
export type AlertKind = (typeof alertKinds)[number]
