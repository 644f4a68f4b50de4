import { expect, test } from 'vitest'
import { changeOf, changeOfShare } from './change'

const figures = (value: number, count = 100) => ({ value, count })
const value = (of: { readonly value: number }) => of.value
const duration = (now: number, before: number | null, count?: number) =>
  changeOf(figures(now, count), before === null ? null : figures(before), value, 'duration')

test.each([
  [120, 100, 'up', 'bad', '20 % slower'],
  [80, 100, 'down', 'good', '20 % faster'],
  [300, 100, 'up', 'bad', '3× slower'],
  [107, 100, 'up', 'plain', '7 % slower'],
  [103, 100, 'same', 'plain', 'about the same'],
  [0, 0, 'same', 'plain', 'the same'],
])('%s ms after %s ms', (now, before, direction, tone, words) => {
  expect(duration(now, before)).toEqual({ direction, tone, words })
})

test('of few runs nothing is painted', () => {
  expect(duration(300, 100, 19)).toEqual({ direction: 'up', tone: 'plain', words: '3× slower' })
})

test('without a time before there is nothing to tell', () => {
  expect([duration(5, null), duration(5, 0)]).toEqual([null, null])
})

test('more jobs are neither good nor bad', () => {
  expect(changeOf(figures(50), figures(100), value, 'count')).toMatchObject({ tone: 'plain', words: '50 % fewer' })
})

test('shares are compared in points', () => {
  const share = (now: number, before: number) => changeOfShare(figures(now), figures(before), value, 'bad')
  expect(share(0.05, 0.02)).toEqual({ direction: 'up', tone: 'bad', words: '3 points more' })
  expect(share(0.02, 0.05)).toEqual({ direction: 'down', tone: 'good', words: '3 points less' })
  expect(share(0.021, 0.02)).toMatchObject({ direction: 'same' })
  expect(changeOfShare(figures(1), figures(1), () => null, 'good')).toBeNull()
})
