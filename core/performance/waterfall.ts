/** What is known of one stage of a job, or of the whole job. */
export interface MeasuredStep {
  readonly operation: string
  readonly attempt: number
  readonly startedAt: Date
  readonly durationMs: number
  readonly queuedMs: number
}

/** The same, with where it lies in its job. */
export type WaterfallStep<T extends MeasuredStep> = T & {
  /** Since the attempt began to wait in the queue. */
  readonly offsetMs: number
  /** How long nothing that is measured went on just before: for the first stage the wait in the queue with it. */
  readonly gapMs: number
}

/** One attempt at a job. */
export interface Waterfall<T extends MeasuredStep> {
  readonly attempt: number
  /** From the beginning of its wait to the end of its work. */
  readonly totalMs: number
  readonly queuedMs: number
  /** The whole; null when the worker died before it could write it. */
  readonly job: T | null
  readonly steps: readonly WaterfallStep<T>[]
}

/** Lays the measured steps of a job along its time, an attempt at a time, in the order in which they began. */
export function waterfalls<T extends MeasuredStep>(measured: readonly T[]): readonly Waterfall<T>[] {
  const attempts = [...new Set(measured.map(({ attempt }) => attempt))].sort((a, b) => a - b)
  return attempts.map((attempt) =>
    waterfallOf(
      attempt,
      measured.filter((step) => step.attempt === attempt),
    ),
  )
}

function waterfallOf<T extends MeasuredStep>(attempt: number, measured: readonly T[]): Waterfall<T> {
  const job = measured.find(({ operation }) => operation === 'job') ?? null
  const stages = measured.filter((step) => step !== job).sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
  const first = job ?? stages[0]!
  const queuedMs = first.queuedMs
  const begin = first.startedAt.getTime() - queuedMs
  let busyUntil = 0
  const steps = stages.map((step) => {
    const offsetMs = step.startedAt.getTime() - begin
    const gapMs = Math.max(0, offsetMs - busyUntil)
    busyUntil = Math.max(busyUntil, offsetMs + step.durationMs)
    return { ...step, offsetMs, gapMs }
  })
  return { attempt, totalMs: Math.max(busyUntil, job ? queuedMs + job.durationMs : 0), queuedMs, job, steps }
}
