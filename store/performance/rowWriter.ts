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

/** @param failed is told of the first failure of a row; what could not be written is tried again */
export function openRowWriter(failed: (error: unknown) => void): RowWriter {
  let waiting: StageMeasurement[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let away = false

  const write = async (): Promise<void> => {
    timer = undefined
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    try {
      await saveStageRows(rows)
      away = false
    } catch (error) {
      if (!away) failed(error)
      away = true
      waiting = [...rows, ...waiting].slice(-MOST_ROWS)
      timer ??= setTimeout(flush, GATHER_MS * 10)
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
