import type { AlertKind } from '../generated/graphql'
import { sayDuration } from './sayDuration'
import { sayShare } from './sayNumber'

const names: Readonly<Record<AlertKind, string>> = {
  P95_MS: '95 of 100 jobs take',
  ERROR_RATE_PERCENT: 'Jobs that fail here',
  QUEUE_AGE_SECONDS: 'Oldest job waits',
  NO_WORKERS_SECONDS: 'Without a worker',
}

/** What an alert watches, in words before a figure. */
export const alertTitle = (kind: AlertKind): string => names[kind]

/** What there is to say of a figure of none. */
const none: Readonly<Partial<Record<AlertKind, string>>> = {
  QUEUE_AGE_SECONDS: 'none waits',
  NO_WORKERS_SECONDS: 'not now',
}

/** Such a figure with its unit. */
export function alertFigure(kind: AlertKind, value: number): string {
  const nothing = none[kind]
  if (value === 0 && nothing) return nothing
  if (kind === 'P95_MS') return sayDuration(value)
  if (kind === 'ERROR_RATE_PERCENT') return sayShare(value / 100)
  return sayDuration(value * 1000)
}
