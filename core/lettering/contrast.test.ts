import { expect, it } from 'vitest'
import { contrast, hexToRgb, opposite, rgbToHex } from './contrast'

it('reads and writes hex colours', () => {
  expect(hexToRgb('#f80')).toEqual([255, 136, 0])
  expect(rgbToHex(...hexToRgb('#12abef'))).toBe('#12abef')
})

it('measures contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

it('finds what stands out', () => {
  expect([opposite('#ffffff'), opposite('#ffee00'), opposite('#101080')]).toEqual(['#000000', '#000000', '#ffffff'])
})
