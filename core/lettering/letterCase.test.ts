import { expect, it } from 'vitest'
import { upperCase } from './letterCase'

it.each([
  ['one does not', 'ONE DOES NOT'],
  ['Straße', 'STRASSE'],
  ['καταλαβαίνεις το αστείο', 'ΚΑΤΑΛΑΒΑΙΝΕΙΣ ΤΟ ΑΣΤΕΙΟ'],
  ['Iğdır ılık izmir', 'IĞDIR ILIK İZMİR'],
  ['title i', 'TITLE I'],
  ['ещё ґедзь', 'ЕЩЁ ҐЕДЗЬ'],
  ['你好 שלום हिन्दी', '你好 שלום हिन्दी'],
])('%s → %s', (typed, capitals) => {
  expect(upperCase(typed)).toBe(capitals)
})
