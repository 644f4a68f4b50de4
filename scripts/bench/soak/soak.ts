import type { LeanClient } from '../leanClient'
import { mixedErrands } from './errands'
import type { MemorySpan, MemoryWatch } from './memory'

/** The worker's memory while it did the jobs since the point before. */
export interface SoakPoint extends MemorySpan {
  /** Done so far. */
  readonly jobs: number
}

/** Errands on their way at once: more than a worker's places for jobs, so that a queue is there. */
const LANES = 12
/** Points of the chart. */
const POINTS = 100

/**
 * Runs so many jobs of all kinds, several at once, and follows the worker's memory.
 * @param told of each point
 * @throws Error as soon as one fails
 */
export async function soak(
  client: LeanClient,
  memory: MemoryWatch,
  jobs: number,
  told: (point: SoakPoint) => void,
): Promise<readonly SoakPoint[]> {
  const points: SoakPoint[] = []
  const every = Math.max(1, Math.round(jobs / POINTS))
  const errands = mixedErrands()
  let begun = 0
  let done = 0
  const lane = async () => {
    while (begun < jobs) {
      const errand = errands.next().value as Exclude<ReturnType<typeof errands.next>['value'], undefined>
      begun += errand.jobs
      await errand.run(client, errand.number)
      done += errand.jobs
      if (done - (points.at(-1)?.jobs ?? 0) < every) continue
      const point = { jobs: done, ...memory.take() }
      points.push(point)
      told(point)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return points
}
