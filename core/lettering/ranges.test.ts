import { expect, it } from 'vitest'
import { decodeRanges, encodeRanges, rangesFromCss } from './ranges'

it('writes code points so that they can be asked for', () => {
  const codePoints = [0x20, 0x41, 0x42, 0x43, 0x1f600]
  const decoded = decodeRanges(encodeRanges(codePoints))
  for (const codePoint of codePoints) expect(decoded.has(codePoint)).toBe(true)
  for (const codePoint of [0, 0x1f, 0x21, 0x40, 0x44, 0x1f5ff, 0x1f601]) expect(decoded.has(codePoint)).toBe(false)
})

it('reads the ranges of a stylesheet', () => {
  const ranges = rangesFromCss('U+0-7f, U+20ac')
  expect([0, 0x7f, 0x80, 0x20ac].map((codePoint) => ranges.has(codePoint))).toEqual([true, true, false, true])
})
