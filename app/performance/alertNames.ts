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

/** Such a figure with its unit. */
export function alertFigure(kind: AlertKind, value: number): string {
  if (kind === 'P95_MS') return sayDuration(value)
  if (kind === 'ERROR_RATE_PERCENT') return sayShare(value / 100)
  return sayDuration(value * 1000)
}
