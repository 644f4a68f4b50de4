import type { BatchWithJobs, ItemWithJob } from '#store/batches/findBatch'

/** In which of a batch's four counts an item is. */
export type ItemStanding = 'waiting' | 'running' | 'done' | 'failed'

/** A batch in numbers. */
export interface BatchSums {
  readonly total: number
  readonly waiting: number
  readonly running: number
  readonly done: number
  readonly failed: number
  /** 0..1 */
  readonly fraction: number
  /** Null while there is no pace to go by. */
  readonly etaSeconds: number | null
  readonly ended: boolean
}

const standings = {
  QUEUED: 'waiting',
  RUNNING: 'running',
  DONE: 'done',
  FAILED: 'failed',
  CANCELLED: 'failed',
} as const satisfies Record<string, ItemStanding>

/** An item whose job has been cleaned away has no meme, and will have none. */
export const standingOf = ({ problem, job }: Pick<ItemWithJob, 'problem' | 'job'>): ItemStanding =>
  problem !== null || job === null ? 'failed' : standings[job.state]

/** @param now for the pace: how much has ended since the first of its jobs was begun */
export function batchSums({ items }: Pick<BatchWithJobs, 'items'>, now: Date): BatchSums {
  const counts: Record<ItemStanding, number> = { waiting: 0, running: 0, done: 0, failed: 0 }
  let work = 0
  let worked = 0
  let begun = Number.POSITIVE_INFINITY
  for (const item of items) {
    counts[standingOf(item)] += 1
    const { job } = item
    if (item.problem !== null || job === null || item.fromFinishedMeme) continue
    work += 1
    worked += job.finishedAt ? 1 : job.fraction
    if (job.startedAt) begun = Math.min(begun, job.startedAt.getTime())
  }
  const total = items.length
  const ended = counts.waiting + counts.running === 0
  const secondsAtWork = Math.max(0, now.getTime() - begun) / 1000
  const etaSeconds = worked > 0 && secondsAtWork > 0 ? (secondsAtWork * (work - worked)) / worked : null
  return {
    total,
    ...counts,
    fraction: ended ? 1 : (total - work + worked) / total,
    etaSeconds: ended ? 0 : etaSeconds,
    ended,
  }
}
