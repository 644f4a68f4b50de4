import { expect, test } from 'vitest'
import { bucketSecondsFor } from './bucketSeconds'

test.each([
  [15 * 60, 15],
  [60 * 60, 60],
  [6 * 3_600, 300],
  [24 * 3_600, 900],
  [7 * 86_400, 10_800],
  [30 * 86_400, 21_600],
  [400 * 86_400, 86_400],
])('a time of %i s has steps of %i s', (seconds, step) => {
  expect(bucketSecondsFor(seconds)).toBe(step)
})
