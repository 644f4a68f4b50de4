import { expect, test } from 'vitest'
import { processTitle } from './processTitle'
import { sayDuration } from './sayDuration'
import { sayBytes, sayCount, sayRate, sayShare } from './sayNumber'
import { inOrder, stageTitle } from './stageNames'

test.each([
  [0, '0 ms'],
  [0.31, '0.3 ms'],
  [9.96, '10 ms'],
  [140.4, '140 ms'],
  [999.6, '1 s'],
  [1_234, '1.23 s'],
  [59_940, '59.9 s'],
  [60_000, '1 min'],
  [125_000, '2 min 5 s'],
  [3_600_000, '1 h'],
  [11_400_000, '3 h 10 min'],
  [90_000_000, '1 d 1 h'],
  [172_800_000, '2 d'],
])('%s ms is %s', (ms, words) => {
  expect(sayDuration(ms)).toBe(words)
})

test('counts, shares, bytes and rates are short', () => {
  expect([0, 1_234, 3_400_000].map(sayCount)).toEqual(['0', '1,234', '3.4M'])
  expect([0, 0.0004, 0.004, 0.1234, 1].map(sayShare)).toEqual(['0 %', '< 0.1 %', '0.4 %', '12 %', '100 %'])
  expect([0, 999, 1_500, 350e6, 1.23e9].map(sayBytes)).toEqual(['0 B', '999 B', '1.5 kB', '350 MB', '1.2 GB'])
  expect([12, 0.05, 0.0005, 0].map(sayRate)).toEqual(['12 a second', '3 a minute', '1.8 an hour', '0 an hour'])
})

test('stages come in the order of the pipeline, unknown ones last', () => {
  const operations = ['store', 'dream', 'ocr', 'fetch'].map((operation) => ({ operation }))
  expect(inOrder(operations).map(({ operation }) => stageTitle(operation))).toEqual([
    'Fetch the picture',
    'Read its words',
    'Save the meme',
    'dream',
  ])
})

test('a process is called by its host and process id', () => {
  expect([processTitle('vm-7-7421-0a1b2c3d'), processTitle('worker-a')]).toEqual(['vm-7-7421', 'worker-a'])
})
