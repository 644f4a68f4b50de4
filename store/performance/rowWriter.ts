import { type StageMeasurement, saveStageRows } from '../stageRows'

/** So long rows wait for those of other jobs: a statement for a job costs 0.8 ms of processor time, one for ten jobs 0.2 ms each. */
const GATHER_MS = 250
/** More than this is written at once, … */
const MANY_ROWS = 500
/** … and while the database is away, so many rows wait for it; older ones are dropped. */
const MOST_ROWS = 10_000

/** Writes performance rows beside the jobs. */
export interface RowWriter {
  /** Takes a job's rows; they are written together with those of the jobs that end within a moment. */
  save(rows: readonly StageMeasurement[]): void
  /** Writes what is left; what cannot be written then is lost. */
  close(): Promise<void>
}

/** SQLSTATEs of data that a table does not take, however often it is tried. */
const refusals = /^2[23]/

function isRefused(error: unknown): boolean {
  const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }
  return refusals.test(meta?.driverAdapterError?.cause?.originalCode ?? '')
}

const jobsOf = (rows: readonly StageMeasurement[]): StageMeasurement[][] =>
  [...new Set(rows.map(({ jobId }) => jobId))].map((id) => rows.filter(({ jobId }) => jobId === id))

/** @param failed is told of the first failure of a row, and of each job whose rows cannot be written at all; what could not be written is tried again */
export function openRowWriter(failed: (error: unknown) => void): RowWriter {
  let waiting: StageMeasurement[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let away = false

  const write = async (): Promise<void> => {
    timer = undefined
    const batches = waiting.length > 0 ? [waiting] : []
    waiting = []
    for (let rows = batches.shift(); rows; rows = batches.shift()) {
      try {
        await saveStageRows(rows)
        away = false
      } catch (error) {
        const jobs = jobsOf(rows)
        if (isRefused(error)) {
          // One that no database would take must not hold the others up: each job by itself, without the one that it is.
          if (jobs.length > 1) batches.unshift(...jobs)
          else failed(error)
          continue
        }
        if (!away) failed(error)
        away = true
        waiting = [rows, ...batches, waiting].flat().slice(-MOST_ROWS)
        timer ??= setTimeout(flush, GATHER_MS * 10)
        return
      }
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    writing = writing.then(write)
    return writing
  }

  return {
    save(rows) {
      waiting.push(...rows)
      if (waiting.length >= MANY_ROWS && !away) void flush()
      else timer ??= setTimeout(flush, GATHER_MS)
    },
    async close() {
      await flush()
      clearTimeout(timer)
    },
  }
}
