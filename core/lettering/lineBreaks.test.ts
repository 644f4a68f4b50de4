import { describe, expect, it } from 'vitest'
import { graphemes, pieces } from './lineBreaks'

const texts = (caption: string) => pieces(caption).map((piece) => piece.text)

describe('pieces', () => {
  it('breaks after spaces and hyphens, and never loses a character', () => {
    expect(texts('hey how-to x')).toEqual(['hey ', 'how-', 'to ', 'x'])
  })
  it('ends lines at line feeds, also at empty ones', () => {
    expect(pieces('a b\n\nc')).toEqual([
      { text: 'a ', ends: false },
      { text: 'b', ends: true },
      { text: '', ends: true },
      { text: 'c', ends: true },
    ])
  })
  it('breaks Thai between words, though it has no spaces', () => {
    const found = texts('ภาษาไทยไม่มีช่องว่าง')
    expect(found.length).toBeGreaterThan(2)
    expect(found.join('')).toBe('ภาษาไทยไม่มีช่องว่าง')
  })
  it('breaks Chinese between characters, but not before punctuation that ends a phrase', () => {
    expect(texts('你好。再见')).toEqual(['你', '好。', '再', '见'])
  })
  it('breaks Korean at spaces, and inside only of runs too long to be words', () => {
    expect(texts('한국어 시험')).toEqual(['한국어 ', '시험'])
    expect(texts('아버지가방에들어가신다그래서').length).toBeGreaterThan(5)
  })
  it.each(['👨‍👩‍👧‍👦', '👍🏽', '🇩🇪', '1️⃣', 'é'])('keeps %s whole', (character) => {
    expect(texts(character)).toEqual([character])
    expect(graphemes(character)).toEqual([character])
  })
})
