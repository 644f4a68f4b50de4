import { expect, test } from 'vitest'
import type { ItemWithJob } from '#store/batches/findBatch'
import type { JobWithMeme } from '#store/jobs/findJob'
import { batchSums } from './batchSums'

const start = new Date('2026-01-01T00:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

/** An item with a job in this state, begun at `start` unless it waits. */
function item(state: JobWithMeme['state'], fraction: number, changes: Partial<ItemWithJob> = {}): ItemWithJob {
  const hasEnded = state !== 'QUEUED' && state !== 'RUNNING'
  const job = { state, fraction, startedAt: state === 'QUEUED' ? null : start, finishedAt: hasEnded ? after(1) : null }
  return {
    index: 0,
    jobId: 'j',
    joined: false,
    fromFinishedMeme: false,
    problem: null,
    job: job as JobWithMeme,
    ...changes,
  }
}
const refused: ItemWithJob = item('QUEUED', 0, {
  job: null,
  problem: { code: 'NO_CAPTIONS', message: '', details: {} },
})

test('each item counts once, and what runs by how far it is', () => {
  const items = [
    item('QUEUED', 0),
    item('RUNNING', 0.5),
    item('DONE', 1),
    item('FAILED', 0.3),
    item('CANCELLED', 0),
    refused,
  ]
  expect(batchSums({ items }, after(10))).toMatchObject({
    total: 6,
    waiting: 1,
    running: 1,
    done: 1,
    failed: 3,
    fraction: (0.5 + 1 + 1 + 1 + 1) / 6,
    ended: false,
  })
})

test('what is left takes as long as the pace so far says; finished memes and refusals are no pace', () => {
  const finished = item('DONE', 1, { fromFinishedMeme: true })
  const items = [item('DONE', 1), item('RUNNING', 0.5), item('QUEUED', 0), item('QUEUED', 0), finished, refused]
  expect(batchSums({ items }, after(3)).etaSeconds).toBeCloseTo((3 * 2.5) / 1.5)
  expect(batchSums({ items: [item('QUEUED', 0), finished, refused] }, after(3)).etaSeconds).toBeNull()
  expect(batchSums({ items: [item('DONE', 1), refused] }, after(3))).toMatchObject({ etaSeconds: 0, ended: true })
})

test('a cancelled item has ended though its job goes on for others', () => {
  const cancelled = item('RUNNING', 0.5, { problem: { code: 'CANCELLED', message: '', details: {} } })
  expect(batchSums({ items: [cancelled] }, after(1))).toMatchObject({ running: 0, failed: 1, fraction: 1, ended: true })
})
