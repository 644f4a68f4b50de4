import { describe, expect, it } from 'vitest'
import { balanceLines, leastWidth, linesNeeded, type PieceWidth } from './balanceLines'

/** Words of these lengths, a space of 1 after each. */
const words = (...lengths: readonly number[]): readonly PieceWidth[] =>
  lengths.map((visible, index) => ({ visible, full: visible + 1, ends: index === lengths.length - 1 }))

describe('linesNeeded', () => {
  it('fills lines in turn, the last space of each hanging', () => {
    expect(linesNeeded(words(3, 3, 3), 7)).toBe(2)
    expect(linesNeeded(words(3, 3, 3), 6)).toBe(3)
  })
  it('needs endless lines for a word wider than the line', () => {
    expect(linesNeeded(words(3, 8), 7)).toBe(Number.POSITIVE_INFINITY)
  })
  it('begins a line after a line feed', () => {
    expect(linesNeeded([...words(1), ...words(1)], 100)).toBe(2)
  })
})

describe('leastWidth', () => {
  it('finds the narrowest width for a number of lines', () => {
    expect(leastWidth(words(2, 2, 2, 2), 2)).toBeCloseTo(5, 1)
    expect(leastWidth(words(2, 2, 2, 2), 4)).toBe(2)
  })
  it('says when line feeds need more lines', () => {
    expect(leastWidth([...words(1), ...words(1)], 1)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('balanceLines', () => {
  it('makes lines even rather than full', () => {
    expect(balanceLines(words(4, 4, 4, 4), 14, 2)).toEqual([2, 4])
  })
  it('uses the fewest lines that fit', () => {
    expect(balanceLines(words(4, 4, 4, 4), 20, 3)).toEqual([4])
  })
  it('answers null when the words need more lines', () => {
    expect(balanceLines(words(4, 4, 4, 4), 9, 1)).toBeNull()
  })
})
