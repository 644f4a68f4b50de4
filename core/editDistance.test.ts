import { expect, test } from 'vitest'
import { editDistance } from './editDistance'

test.each([
  ['brain', 'brain', 0],
  ['brian', 'brain', 1],
  ['buton', 'button', 1],
  ['philosofical', 'philosophical', 2],
  ['rapter', 'raptor', 1],
  ['cat', 'dog', 3],
  ['', 'dog', 3],
  ['naïve', 'naive', 1],
  ['👍🏽a', '👍🏽b', 1],
])('%s to %s', (typed, word, distance) => {
  expect(editDistance(typed, word, 9)).toBe(distance)
  expect(editDistance(word, typed, 9)).toBe(distance)
})

test('an unfinished word is compared with beginnings', () => {
  expect(editDistance('phlos', 'philosophical', 3, true)).toBe(1)
  expect(editDistance('phlos', 'philosophical', 3)).toBe(4)
  expect(editDistance('philosophicaly', 'philosophical', 3, true)).toBe(1)
})

test('counts no further than asked', () => {
  expect(editDistance('abcdefgh', 'zyxwvuts', 2)).toBe(3)
  expect(editDistance('a', 'a long way', 2)).toBe(3)
})
