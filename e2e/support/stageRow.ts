import { randomUUID } from 'node:crypto'
import type { StageMeasurement } from '#store/stageRows'

/** A performance row that a stage of a job of its own left, just now. */
export const stageRow = (
  operation: StageMeasurement['operation'],
  durationMs: number,
  changes: Partial<StageMeasurement> = {},
): StageMeasurement => ({
  jobId: randomUUID(),
  operation,
  startedAt: new Date(),
  durationMs,
  queuedMs: 0,
  ok: true,
  errorCode: null,
  cacheHit: null,
  rssBeforeBytes: null,
  rssAfterBytes: null,
  device: null,
  model: null,
  workerId: 'one',
  attempt: 1,
  ...changes,
})
