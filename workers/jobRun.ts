import type { Hold } from '#store/jobs/holdJob'
import type { Parts } from './parts'
import type { PixelRoom } from './pixelGate'
import type { StepClock } from './step'

/** What a pipeline gets besides its payload. */
export interface JobRun {
  readonly hold: Hold
  readonly parts: Parts
  readonly clock: StepClock
  /** Aborted when the job is cancelled, takes too long, or was given to another worker. */
  readonly signal: AbortSignal
  /** Where its pictures wait for their turn; given back when the job has ended. */
  readonly room: PixelRoom
  /** Work that nobody waits for: it is done once the job has ended, whatever its end, and may fail. */
  readonly afterwards: (work: () => Promise<void>) => void
  /** Begins the job's time anew: for a job of many parts, the limit is for each. */
  goesOn(): void
}
