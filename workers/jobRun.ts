import type { Hold } from '#store/jobs/holdJob'
import type { Parts } from './parts'
import type { StepClock } from './step'

/** What a pipeline gets besides its payload. */
export interface JobRun {
  readonly hold: Hold
  readonly parts: Parts
  readonly clock: StepClock
  /** Aborted when the job is cancelled, takes too long, or was given to another worker. */
  readonly signal: AbortSignal
}
