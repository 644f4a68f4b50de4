import { expect, test } from 'vitest'
import { alertText } from './alertText'

const openedAt = new Date('2026-11-23T03:00:00Z')
const open = { openedAt, closedAt: null }

test.each([
  ['P95_MS', 12_400, 5_000, 'One job in twenty took more than 12 s (alert above 5 s).'],
  ['ERROR_RATE_PERCENT', 7.25, 5, '7.3 % of jobs failed (alert above 5 %).'],
  ['QUEUE_AGE_SECONDS', 185, 60, 'The oldest job has waited for 3 min (alert above 60 s).'],
  ['NO_WORKERS_SECONDS', 7_200, 60, 'No worker has been ready for 2 h (alert above 60 s).'],
] as const)('%s in words', (kind, worst, threshold, words) => {
  expect(alertText({ ...open, kind, value: 0, worst, threshold })).toBe(words)
})

test('a kind of work that nobody does is named, unless nobody does anything', () => {
  const alert = { ...open, kind: 'NO_WORKERS_SECONDS', value: 0, worst: 120, threshold: 60 } as const
  expect(alertText({ ...alert, missing: ['ocr', 'inpaint'] })).toBe(
    'No worker that reads words or takes words away has been ready for 2 min (alert above 60 s).',
  )
  expect(alertText({ ...alert, missing: ['ocr', 'inpaint', 'render'] })).toBe(
    'No worker has been ready for 2 min (alert above 60 s).',
  )
})

test('what is over says for how long it was, and how bad', () => {
  const closedAt = new Date('2026-11-23T03:07:00Z')
  expect(alertText({ kind: 'QUEUE_AGE_SECONDS', value: 61, worst: 400, threshold: 60, openedAt, closedAt })).toBe(
    'Over after 7 min. At its worst: the oldest job has waited for 7 min (alert above 60 s).',
  )
})
