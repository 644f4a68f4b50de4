import type { LeanClient } from '../leanClient'
import { mixedErrands } from './errands'
import type { MemorySpan, MemoryWatch } from './memory'

/** The worker's memory while it did the jobs since the point before. */
export interface SoakPoint extends MemorySpan {
  /** Done so far. */
  readonly jobs: number
}

/** What a soak found. */
export interface Soaked {
  readonly points: readonly SoakPoint[]
  /** Errands that failed, and why. */
  readonly failures: readonly string[]
}

/** Errands on their way at once: more than a worker's places for jobs, so that a queue is there. */
const LANES = 12
/** Points of the chart. */
const POINTS = 100
/** A single one that fails is told, and does not end the rest; of so many the memory says nothing any more. */
const MOST_FAILURES = 20

/**
 * Runs so many jobs of all kinds, several at once, and follows the worker's memory.
 * @param told of each point
 * @throws Error when too many of them fail
 */
export async function soak(
  client: LeanClient,
  memory: MemoryWatch,
  jobs: number,
  told: (point: SoakPoint) => void,
): Promise<Soaked> {
  const points: SoakPoint[] = []
  const failures: string[] = []
  const every = Math.max(1, Math.round(jobs / POINTS))
  const errands = mixedErrands()
  let begun = 0
  let done = 0
  const look = () => {
    const point = { jobs: done, ...memory.take() }
    points.push(point)
    told(point)
  }
  const lane = async () => {
    while (begun < jobs) {
      const errand = errands.next().value as Exclude<ReturnType<typeof errands.next>['value'], undefined>
      begun += errand.jobs
      try {
        await errand.run(client, errand.number)
      } catch (error) {
        failures.push(`${errand.name}: ${error instanceof Error ? error.message : String(error)}`)
        if (failures.length > MOST_FAILURES) throw error
        continue
      }
      done += errand.jobs
      if (done - (points.at(-1)?.jobs ?? 0) >= every) look()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  if (done > (points.at(-1)?.jobs ?? 0)) look()
  return { points, failures }
}
