import { expect, test } from 'vitest'
import { judge } from './judge'

const reading = (value: number | null, isSure = true) => ({ value, threshold: 100, isSure })

test.each([
  [101, 'over'],
  [100, 'between'],
  [81, 'between'],
  [80, 'calm'],
  [0, 'calm'],
  [null, 'calm'],
] as const)('%s of 100 is %s, whether an alert is open or not', (value, expected) => {
  expect([judge(reading(value), false), judge(reading(value), true)]).toEqual([expected, expected])
})

test('few jobs open no alert, and keep one open', () => {
  expect(judge(reading(101, false), false)).toBe('between')
  expect(judge(reading(101, false), true)).toBe('over')
})
