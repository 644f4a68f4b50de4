import { AppError } from '#core/errors'
import { type BatchWithJobs, findBatch, findJobs, type ItemWithJob, withJobs } from '#store/batches/findBatch'
import { jobEvents } from '#store/jobEvents'
import { follow } from '../follow'
import { listenToJob } from '../watchJob'
import { standingOf } from './batchSums'

/** A batch as it is now, and which of its items have changed since it was told last. */
export interface BatchChange {
  readonly batch: BatchWithJobs
  readonly changed: readonly ItemWithJob[]
}

/** So often at most: a hundred jobs change a thousand times. */
const EVENT_MS = 100

const isOpen = (item: ItemWithJob): boolean => {
  const standing = standingOf(item)
  return standing === 'waiting' || standing === 'running'
}

/**
 * Follows a batch: as it is now, with all of its items, then what has changed, at most ten times a second, until all items have ended; the end is told at
 * once. After a lost connection to the database everything is read again.
 * @param jobIds the jobs of its items (`jobsOfBatch`)
 * @throws AppError NOT_FOUND from the first `next`
 */
export function watchBatch(id: string, jobIds: readonly string[]): AsyncIterableIterator<BatchChange, undefined> {
  let known: BatchWithJobs | undefined
  let isStale = true
  const changedJobs = new Set<string>()
  /** Jobs that had not ended when they were read, and of which nothing but progress was heard since. */
  const stillOpen = new Set<string>(jobIds)

  /** Reads what changed. @returns the items with a newer state than was told */
  async function read(): Promise<BatchChange | undefined> {
    const before = known
    const asked = [...changedJobs]
    changedJobs.clear()
    const all = isStale || before === undefined
    isStale = false
    try {
      const batch = all ? await findBatch(id) : withJobs(before, await findJobs(asked))
      if (!batch) throw new AppError('NOT_FOUND', 'There is no batch with this id.')
      known = batch
      const changed = before ? batch.items.filter((item, place) => isNewer(item, before.items[place])) : batch.items
      stillOpen.clear()
      for (const item of batch.items) if (isOpen(item)) stillOpen.add(item.jobId!)
      return before && changed.length === 0 ? undefined : { batch, changed }
    } catch (error) {
      isStale ||= all
      for (const jobId of asked) changedJobs.add(jobId)
      throw error
    }
  }

  return follow({
    listen(changed, progressed) {
      const unlisten = jobIds.map((jobId) =>
        listenToJob(
          jobId,
          () => {
            changedJobs.add(jobId)
            stillOpen.delete(jobId)
            if (stillOpen.size === 0) changed()
            else progressed()
          },
          () => {
            changedJobs.add(jobId)
            progressed()
          },
        ),
      )
      // It was cancelled: items are told anew, not only their jobs.
      const unwatch = jobEvents().watch(id, () => {
        isStale = true
        changed()
      })
      return () => {
        unwatch()
        for (const stop of unlisten) stop()
      }
    },
    progressMs: EVENT_MS,
    read,
    isLast: ({ batch }) => !batch.items.some(isOpen),
  })
}

/** Whether an item has a newer job, or was cancelled meanwhile. Versions of jobs only rise. */
const isNewer = (item: ItemWithJob, before: ItemWithJob | undefined): boolean =>
  (item.job?.version ?? 0) > (before?.job?.version ?? 0) ||
  (item.problem === null) !== (before?.problem === null) ||
  (item.job === null) !== (before?.job === null)
