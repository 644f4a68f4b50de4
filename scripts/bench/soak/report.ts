import { lineChart } from '../chart/lineChart'
import type { Svg } from '../chart/svg'
import type { Soaked, SoakPoint } from './soak'
import { type Growth, growthPer1000 } from './trend'

/** What a worker may take with everything loaded, in MB. */
export const LIMIT_MB = 700

/** What `npm run bench -- --soak N` found. */
export interface SoakResult {
  readonly takenAt: string
  readonly jobs: number
  readonly seconds: number
  readonly processor: string
  readonly cores: number
  readonly minMb: number
  readonly maxMb: number
  readonly lastMb: number
  /** The most that the process ever had, while it loaded everything included. */
  readonly peakMb: number
  /** null: too few jobs to say. */
  readonly growthPer1000: Growth | null
  /** Errands that failed, and why. */
  readonly failures: readonly string[]
  readonly points: readonly SoakPoint[]
}

/** Sums a soak up. */
export function soakResult(
  { points, failures }: Soaked,
  where: Pick<SoakResult, 'takenAt' | 'seconds' | 'processor' | 'cores' | 'peakMb'>,
): SoakResult {
  return {
    ...where,
    jobs: points.at(-1)?.jobs ?? 0,
    minMb: Math.min(...points.map(({ minMb }) => minMb)),
    maxMb: Math.max(...points.map(({ maxMb }) => maxMb)),
    lastMb: points.at(-1)?.lastMb ?? Number.NaN,
    growthPer1000: growthPer1000(points),
    failures,
    points,
  }
}

const mb = (value: number): string => `${value.toFixed(0)} MB`

/** A soak in one sentence. */
export const soakWords = ({
  jobs,
  seconds,
  minMb,
  maxMb,
  lastMb,
  peakMb,
  growthPer1000: growth,
  failures,
}: SoakResult): string =>
  [
    `${jobs} jobs in ${(seconds / 60).toFixed(1)} min: the worker had ${mb(minMb)} to ${mb(maxMb)} (limit ${LIMIT_MB} ${maxMb < LIMIT_MB ? '✓' : '✗'}), ${mb(lastMb)} at the end, ${mb(peakMb)} at its highest ever`,
    growth === null
      ? 'too few jobs for a trend'
      : `trend ${growth.mb < 0 ? '−' : '+'}${Math.abs(growth.mb).toFixed(1)} ± ${(2 * growth.errorMb).toFixed(1)} MB per 1000 jobs`,
    ...(failures.length > 0 ? [`${failures.length} errands failed: ${[...new Set(failures)].join(', ')}`] : []),
  ].join('; ')

/** One point on a line of a terminal. */
export const pointLine = ({ jobs, minMb, maxMb }: SoakPoint): string =>
  `${String(jobs).padStart(6)} jobs ${minMb.toFixed(0).padStart(5)} to ${maxMb.toFixed(0).padStart(4)} MB ${'█'.repeat(Math.round(minMb / 20))}${'░'.repeat(Math.round((maxMb - minMb) / 20))}`

/** Memory over jobs. */
export function soakChart(result: SoakResult): Svg {
  const { points, jobs, cores, processor, takenAt } = result
  const curve = (of: 'minMb' | 'maxMb') => points.map((point) => ({ x: point.jobs, y: point[of] }))
  return lineChart({
    title: `A worker’s memory over ${jobs} jobs of all kinds`,
    subtitle: `Resident, everything loaded: text reader, CLIP, fonts. ${processor}, ${cores} cores, ${takenAt.slice(0, 10)}`,
    curves: [
      { name: 'highest', colour: 'orange', points: curve('maxMb') },
      { name: 'lowest', colour: 'blue', points: curve('minMb') },
    ],
    limit: { value: LIMIT_MB, words: `limit ${LIMIT_MB} MB` },
    xTick: (value) => `${value}`,
    yTick: mb,
  })
}
