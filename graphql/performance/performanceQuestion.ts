import { type BucketSeconds, bucketChoices } from '#core/performance/bucketSeconds'
import type { AskedRange } from '#core/performance/range'
import type { PerformanceFilter } from '#store/performance/filter'
import { invalid } from '../input/invalid'

/** What is asked about performance, checked. */
export interface PerformanceQuestion {
  readonly range: AskedRange
  readonly filter: PerformanceFilter
  /** What suits the time when left out. */
  readonly bucketSeconds?: BucketSeconds
}

/** The same as it comes. */
export interface AskedPerformance {
  readonly range?: { readonly minutes?: number | null; readonly from?: Date | null; readonly to?: Date | null } | null
  readonly operation?: string | null
  readonly bucket?: number | null
  readonly worker?: string | null
  readonly device?: string | null
  readonly warmth?: 'WARM' | 'COLD' | null
}

const DEFAULT_MINUTES = 60
/** As long as sums are kept. */
const MAX_MINUTES = 400 * 24 * 60
/** Steps under a minute are read from single rows. */
const MAX_FINE_MS = 3 * 3_600_000

/** @throws AppError INPUT_INVALID */
export function readPerformanceQuestion(asked: AskedPerformance): PerformanceQuestion {
  const range = readRange(asked.range ?? {})
  const { operation, worker, device, warmth } = asked
  const filter = {
    ...(operation ? { operation } : {}),
    ...(worker ? { workerId: worker } : {}),
    ...(device ? { device } : {}),
    ...(warmth ? { cacheHit: warmth === 'WARM' } : {}),
  }
  if (asked.bucket == null) return { range, filter }
  return { range, filter, bucketSeconds: readBucket(asked.bucket, range) }
}

function readRange({ minutes, from, to }: NonNullable<AskedPerformance['range']>): AskedRange {
  const earliest = Date.now() - MAX_MINUTES * 60_000
  if (from != null) {
    if (minutes != null) throw invalid('minutes', 'Give either minutes, or from and to.')
    if (from.getTime() < earliest) throw invalid('from', 'from lies more than 400 days ago: nothing is kept so long.')
    if (from.getTime() >= Date.now()) throw invalid('from', 'from lies in the future.')
    if (to != null && to <= from) throw invalid('to', 'to must be later than from.')
    return { from, ...(to == null ? {} : { to }) }
  }
  if (to != null) throw invalid('from', 'Say from when, too.')
  const asked = minutes ?? DEFAULT_MINUTES
  if (Number.isInteger(asked) && asked >= 1 && asked <= MAX_MINUTES) return { minutes: asked }
  throw invalid('minutes', `minutes must be a whole number between 1 and ${MAX_MINUTES}.`)
}

function readBucket(asked: number, range: AskedRange): BucketSeconds {
  const found = bucketChoices.find((choice) => choice === asked)
  if (!found) throw invalid('bucket', `bucket must be one of ${bucketChoices.join(', ')} seconds.`)
  const lengthMs =
    'minutes' in range ? range.minutes * 60_000 : (range.to?.getTime() ?? Date.now()) - range.from.getTime()
  if (found < 60 && lengthMs > MAX_FINE_MS) throw invalid('bucket', 'Steps under a minute are for three hours at most.')
  if (lengthMs / 1000 / found > MOST_STEPS)
    throw invalid('bucket', `This would be more than ${MOST_STEPS} steps. Take longer ones.`)
  return found
}

const MOST_STEPS = 2_000
