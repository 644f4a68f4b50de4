import { expect, it } from 'vitest'
import { normalizeCaption } from './normalizeCaption'

it.each([
  ['composes letters and marks', 'Cafe\u0301', 'Café'],
  ['knows every kind of line feed', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['keeps empty lines inside, not at the ends', '\n a \n\n b \n', 'a\n\nb'],
  ['makes all spaces plain', 'a\tb\u3000c', 'a b c'],
  ['drops what nobody sees', 'so\u00ADft\uFEFF', 'soft'],
])('%s', (_, typed, laidOut) => {
  expect(normalizeCaption(typed)).toBe(laidOut)
})
