import { jobWorkKinds, type WorkKind, workKindText } from '../workKind'
import type { AlertKind } from './alertKinds'

/** What is said of an alert. */
export interface TellableAlert {
  readonly kind: AlertKind
  readonly value: number
  readonly worst: number
  readonly threshold: number
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** Kinds of work that no worker was ready for when it opened; only of NO_WORKERS_SECONDS. */
  readonly missing?: readonly WorkKind[]
}

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })

function span(seconds: number): string {
  if (seconds < 90) return `${number(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${number(seconds / 3600)} h`
}

/** Who is missing: a worker, or one that does some kinds where others are there. */
const worker = (missing: readonly WorkKind[]): string =>
  missing.length === 0 || jobWorkKinds.every((kind) => missing.includes(kind))
    ? 'worker'
    : `worker that ${missing.map((kind) => workKindText[kind]).join(' or ')}`

const words: Readonly<Record<AlertKind, (value: number, missing: readonly WorkKind[]) => string>> = {
  P95_MS: (value) => `One job in twenty took more than ${span(value / 1000)}`,
  ERROR_RATE_PERCENT: (value) => `${number(value)} % of jobs failed`,
  QUEUE_AGE_SECONDS: (value) => `The oldest job has waited for ${span(value)}`,
  NO_WORKERS_SECONDS: (value, missing) => `No ${worker(missing)} has been ready for ${span(value)}`,
}

const limits: Readonly<Record<AlertKind, (threshold: number) => string>> = {
  P95_MS: (threshold) => span(threshold / 1000),
  ERROR_RATE_PERCENT: (threshold) => `${number(threshold)} %`,
  QUEUE_AGE_SECONDS: span,
  NO_WORKERS_SECONDS: span,
}

/** An alert in one line: what is or was wrong, and how bad it got. */
export function alertText({ kind, worst, threshold, openedAt, closedAt, missing = [] }: TellableAlert): string {
  const what = `${words[kind](worst, missing)} (alert above ${limits[kind](threshold)})`
  if (closedAt === null) return `${what}.`
  return `Over after ${span((closedAt.getTime() - openedAt.getTime()) / 1000)}. At its worst: ${what[0]!.toLowerCase()}${what.slice(1)}.`
}
