import { expect, test } from 'vitest'
import { fromHalf, toHalf } from './half'

test('numbers that half precision holds come back as they were', () => {
  const values = Float32Array.of(0, 1, -1, 0.5, -2.5, 65504, 2 ** -14, 2 ** -24, 1023 * 2 ** -24, 1 / 1024 + 1)
  expect(fromHalf(toHalf(values))).toEqual(values)
})

test('others are rounded to the nearest, ties to even', () => {
  expect([...toHalf(Float32Array.of(1 + 1 / 2048, 1 + 3 / 2048, 1 + 1.1 / 2048, 2 - 1e-7))]).toEqual([
    0x3c00, 0x3c02, 0x3c01, 0x4000,
  ])
})

test('what is too large is infinite, what is too small is zero, and no number stays none', () => {
  const values = fromHalf(toHalf(Float32Array.of(65520, -1e9, 1e-9, Number.NaN, Number.POSITIVE_INFINITY)))
  expect([...values]).toEqual([
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    0,
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])
})
