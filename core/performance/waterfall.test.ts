import { expect, test } from 'vitest'
import { warmth } from './warmth'
import { waterfalls } from './waterfall'

const begun = Date.parse('2026-11-23T12:00:00Z')
const step = (operation: string, afterMs: number, durationMs: number, attempt = 1) => ({
  operation,
  attempt,
  startedAt: new Date(begun + afterMs),
  durationMs,
  queuedMs: 50,
})

test('lays stages along the time of their attempt, with what lies between', () => {
  const [first, second, ...rest] = waterfalls([
    step('decode', 5, 10),
    step('ocr', 1_000, 7, 2),
    step('ocr', 20, 100),
    step('match', 60, 30),
    step('store', 130, 5),
    step('job', 0, 140),
  ])
  expect(rest).toEqual([])
  expect(first).toMatchObject({ attempt: 1, queuedMs: 50, totalMs: 190, job: { durationMs: 140 } })
  expect(first!.steps.map(({ operation, offsetMs, gapMs }) => [operation, offsetMs, gapMs])).toEqual([
    ['decode', 55, 55],
    ['ocr', 70, 5],
    // At the same time as the one before: nothing was waited for.
    ['match', 110, 0],
    ['store', 180, 10],
  ])
  // Its worker died: there is no row for the whole.
  expect(second).toMatchObject({
    attempt: 2,
    job: null,
    queuedMs: 50,
    totalMs: 57,
    steps: [{ offsetMs: 50, gapMs: 50 }],
  })
})

test('a job is warm when all of its caches hit', () => {
  const asked = (...hits: (boolean | null)[]) => warmth(hits.map((cacheHit) => ({ operation: 'ocr', cacheHit })))
  expect([asked(true, null, true), asked(true, false), asked(null), asked()]).toEqual([true, false, null, null])
  expect(warmth([{ operation: 'hash', cacheHit: false }])).toBeNull()
})
