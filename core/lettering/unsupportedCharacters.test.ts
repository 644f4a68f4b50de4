import { expect, it } from 'vitest'
import { unsupportedCharacters } from './unsupportedCharacters'

it('finds nothing to object to in words of many scripts', () => {
  expect(
    unsupportedCharacters(
      'Ça va ž Łódź ещё ґ ὕ اردو پچ עברית क्षत्रिय ภาษา 简体 繁體龜 ひらがな カタカナ 한국어 👩🏾‍🚀 🇺🇦 1️⃣ €',
    ),
  ).toEqual([])
})

it('names each character that cannot be drawn, once', () => {
  expect(unsupportedCharacters('hi ꦏ 𐐷 ꦏ')).toEqual(['ꦏ', '𐐷', '𐐏'])
})

it('wants letter and mark from one font file', () => {
  expect(unsupportedCharacters('é ñ')).toEqual([])
  expect(unsupportedCharacters('ж\u0E49')).toEqual(['ж\u0E49', 'Ж\u0E49'])
})

it('refuses control characters, but no line feed', () => {
  expect(unsupportedCharacters('a\nb\u0000c\u0007')).toEqual(['\u0000', '\u0007'])
})
