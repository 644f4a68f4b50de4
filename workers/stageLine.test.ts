import { expect, test } from 'vitest'
import { stageRow } from '#e2e/support/stageRow'
import { stageLine } from './stageLine'

const row = stageRow('ocr', 123.456, { waitedMs: 7.4, queuedMs: 2, rssBeforeBytes: 10, rssAfterBytes: 20 })
const { jobId } = row
const what = { jobId, operation: 'ocr', ok: true, errorCode: null, cacheHit: null, attempt: 1 }
const times = { durationMs: 123.5, waitedMs: 7, queuedMs: 2 }
const memory = { rssBeforeBytes: 10, rssAfterBytes: 20 }

test.each([
  [true, true, { ...what, ...times, ...memory }],
  [true, false, { ...what, ...times }],
  [false, true, { ...what, ...memory }],
  [false, false, undefined],
])('monitoring.log_timing %s, log_memory_usage %s', (log_timing, log_memory_usage, line) => {
  expect(stageLine(row, { log_timing, log_memory_usage })).toEqual(line)
})
