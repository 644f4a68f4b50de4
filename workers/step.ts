import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import type { Stage } from '#core/stage'
import { type Hold, saveProgress } from '#store/jobs/holdJob'
import type { StageMeasurement } from '#store/stageRows'
import { log } from './log'
import { stageLine } from './stageLine'

/** What a stage may say about how it did its work. */
export interface StageNote {
  cacheHit?: boolean
  device?: string
  model?: string
  /** Of the job: where a stage stands in line, the lower goes first. */
  readonly priority?: number
  /** How long it stood in line for a thread, a process or room in memory: a part of the time it took. Several waits add up. */
  waitedMs?: number
  /** Bytes of what it began with and of what it made: files as they are encoded, open pictures as they lie in memory. */
  inputBytes?: number
  outputBytes?: number
  /** Size of the picture that it worked on. */
  widthPx?: number
  heightPx?: number
}

/** Runs one stage: `step('decode', () => decode(bytes))`. */
export type Step = <T>(stage: Stage, work: (note: StageNote) => Promise<T> | T) => Promise<T>

/** Runs, measures and tells the steps of one job. */
export interface StepClock {
  readonly step: Step
  /** One per stage that has ended, failed ones too, in the order in which they began. */
  rows(): readonly StageMeasurement[]
  /** Settles when no progress is being written any more; what waits to be told is dropped. */
  settled(): Promise<void>
}

/** Whose steps, and how much is measured. */
export interface StepInput {
  readonly hold: Hold
  /** What the job's stages usually take, in any unit: makes the progress bar move evenly. */
  readonly weights: Readonly<Partial<Record<Stage, number>>>
  readonly abort: AbortController
  readonly monitoring: Config['monitoring']
}

/** A job tells its progress this often at most, and first when it is this old: a meme of 30 ms would spend a third of its time telling. */
const TELL_EVERY_MS = 50

/** Rejects as soon as the signal is aborted; the work itself may still be ending, and its result is dropped. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** Memory of this process in bytes; null when nobody wants to know. */
export const rssIf = (measured: boolean): number | null => (measured ? process.memoryUsage.rss() : null)

/** The only timer of a job: each step checks that the job goes on, tells its progress, and leaves one performance row. */
export function startSteps({ hold, weights, abort, monitoring }: StepInput): StepClock {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0)
  const ended: (StageMeasurement | undefined)[] = []
  const running = new Set<Stage>()
  let done = 0
  // Progress is written beside the work, one write at a time; what changes meanwhile is told by the next, with the newest only.
  // Who has lost the job learns it here.
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let next: { readonly stage: Stage; readonly fraction: number } | undefined
  const write = async () => {
    while (next) {
      const { stage, fraction } = next
      next = undefined
      try {
        if (!(await saveProgress(hold, stage, fraction))) abort.abort(new AppError('CANCELLED'))
      } catch (error) {
        log.warn({ err: error, jobId: hold.jobId }, 'progress could not be written')
      }
    }
    writing = undefined
  }
  const tell = () => {
    // Of several at once, the one that began first: it is listed first because it takes longest.
    const [stage] = running
    if (!stage) return
    next = { stage, fraction: Math.min(0.99, done / total) }
    timer ??= setTimeout(() => {
      timer = undefined
      // Without news a write would end before it is kept, and be taken for one under way for ever.
      if (next) writing ??= write()
    }, TELL_EVERY_MS)
  }

  const step: Step = async (stage, work) => {
    abort.signal.throwIfAborted()
    running.add(stage)
    tell()
    const place = ended.push(undefined) - 1
    const note: StageNote = { priority: hold.priority }
    const startedAt = new Date()
    const start = performance.now()
    const rssBeforeBytes = rssIf(monitoring.log_memory_usage)
    let errorCode: string | null = null
    try {
      return await unlessAborted((async () => work(note))(), abort.signal)
    } catch (error) {
      errorCode = error instanceof AppError ? error.code : 'INTERNAL'
      throw error
    } finally {
      const row: StageMeasurement = {
        jobId: hold.jobId,
        operation: stage,
        startedAt,
        durationMs: performance.now() - start,
        queuedMs: hold.queuedMs,
        ok: errorCode === null,
        errorCode,
        cacheHit: note.cacheHit ?? null,
        rssBeforeBytes,
        rssAfterBytes: rssIf(monitoring.log_memory_usage),
        device: note.device ?? null,
        model: note.model ?? null,
        workerId: hold.workerId,
        attempt: hold.attempt,
        waitedMs: note.waitedMs ?? null,
        inputBytes: note.inputBytes ?? null,
        outputBytes: note.outputBytes ?? null,
        widthPx: note.widthPx ?? null,
        heightPx: note.heightPx ?? null,
      }
      ended[place] = row
      running.delete(stage)
      done += weights[stage] ?? 0
      tell()
      const line = stageLine(row, monitoring)
      if (line) log.info(line, 'stage')
    }
  }
  return {
    step,
    rows: () => ended.filter((row) => row !== undefined),
    settled: async () => {
      clearTimeout(timer)
      next = undefined
      await writing
    },
  }
}
