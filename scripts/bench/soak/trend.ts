import type { SoakPoint } from './soak'

/** Jobs until memories are full and code is compiled: growth in this part of a soak says nothing. */
const WARM_PART = 0.2

/** A slope with its standard error, both in MB per thousand jobs. */
export interface Growth {
  readonly mb: number
  /** The true slope is within twice this of `mb`, in 19 of 20 soaks. */
  readonly errorMb: number
}

/**
 * How much memory grows with the jobs: the slope of the line that has the least squares of distances from the points' lowest memory, which unlike the
 * highest does not depend on which jobs met. The first fifth of the jobs is left out.
 * @returns null of less than three points
 */
export function growthPer1000(points: readonly SoakPoint[]): Growth | null {
  const all = points.at(-1)?.jobs ?? 0
  const counted = points.filter(({ jobs }) => jobs > WARM_PART * all)
  if (counted.length < 3) return null
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const jobs = mean(counted.map((point) => point.jobs))
  const memory = mean(counted.map((point) => point.minMb))
  const along = counted.map((point) => point.jobs - jobs)
  const product = counted.reduce((sum, { minMb }, index) => sum + along[index]! * (minMb - memory), 0)
  const spread = along.reduce((sum, distance) => sum + distance ** 2, 0)
  const slope = product / spread
  const rest = counted.reduce((sum, { minMb }, index) => sum + (minMb - memory - slope * along[index]!) ** 2, 0)
  return { mb: 1000 * slope, errorMb: 1000 * Math.sqrt(rest / (counted.length - 2) / spread) }
}
