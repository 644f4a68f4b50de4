import { expect, it } from 'vitest'
import { textDirection } from './direction'

it.each([
  ['hello שלום', 'ltr'],
  ['123 שלום hello', 'rtl'],
  ['عالم hello', 'rtl'],
  ['123 !?', 'ltr'],
  ['\u200Fhello', 'rtl'],
  ['\u200Eשלום', 'ltr'],
])('%s is %s', (text, direction) => {
  expect(textDirection(text)).toBe(direction)
})
