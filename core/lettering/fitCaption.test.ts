import { describe, expect, it } from 'vitest'
import { AppError } from '../errors'
import { evenMeasure } from './evenMeasure.testing'
import { fitCaption } from './fitCaption'
import type { Look } from './types'

const box = (widthPx: number, heightPx: number, angle = 0) => ({ xPx: 0, yPx: 0, widthPx, heightPx, angle })
const look: Look = {
  font: { stack: '"Even"', weight: 400 },
  upper: false,
  color: '#ffffff',
  outlineColor: '#000000',
  outlineWidth: 0.07,
  align: 'center',
  verticalAlign: 'middle',
}
const limits = { minFontPx: 8, maxFontPx: 200 }
const fitted = (text: string, widthPx: number, heightPx: number, change: Partial<Look> = {}, options = limits) =>
  fitCaption(text, box(widthPx, heightPx), { ...look, ...change }, evenMeasure, options)
const texts = (layout: ReturnType<typeof fitted>) => layout.lines.map((line) => line.text)

describe('fitCaption', () => {
  it('takes the number of lines that gives the largest letters', () => {
    expect(texts(fitted('one two three four', 400, 60))).toHaveLength(1)
    expect(texts(fitted('one two three four', 150, 150)).length).toBeGreaterThan(1)
  })
  it('balances lines', () => {
    expect(texts(fitted('aaaa bbbb cccc dddd', 200, 110))).toEqual(['aaaa bbbb', 'cccc dddd'])
  })
  it.each([1, 7, 40, 160])('keeps ink and outline of %i words inside', (count) => {
    const { lines, fontPx, outlineWidthPx } = fitted(Array(count).fill('word').join(' '), 500, 260)
    for (const line of lines) {
      expect(line.xPx - outlineWidthPx).toBeGreaterThanOrEqual(-250)
      expect(line.xPx + line.widthPx + outlineWidthPx).toBeLessThanOrEqual(250)
      expect(line.yPx - 0.7 * fontPx - outlineWidthPx).toBeGreaterThanOrEqual(-130)
      expect(line.yPx + 0.2 * fontPx + outlineWidthPx).toBeLessThanOrEqual(130)
    }
  })
  it('is never larger than allowed', () => {
    expect(fitted('hi', 500, 500, {}, { minFontPx: 8, maxFontPx: 31 }).fontPx).toBe(31)
  })
  it('respects line feeds', () => {
    expect(texts(fitted('a\n\nb c', 500, 300))).toEqual(['a', '', 'b c'])
  })
  it('cuts a word only when it would not be legible, and loses nothing of it', () => {
    expect(texts(fitted('compound-free', 400, 200)).join('')).toBe('compound-free')
    const word = 'a'.repeat(120)
    const lines = texts(fitted(word, 200, 200))
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe(word)
  })
  it('never cuts inside of what a reader sees as one character', () => {
    const lines = texts(fitted('👨‍👩‍👧‍👦'.repeat(60), 300, 300))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.replaceAll('👨‍👩‍👧‍👦', '')).toBe('')
  })
  it('says how much would fit when not all does', () => {
    const attempt = () =>
      fitCaption('word '.repeat(200), box(100, 30), look, evenMeasure, { ...limits, captionIndex: 2 })
    expect(attempt).toThrow(AppError)
    try {
      attempt()
    } catch (error) {
      const { code, details, message } = error as AppError
      expect(code).toBe('CAPTION_DOES_NOT_FIT')
      expect(details.captionIndex).toBe(2)
      const fits = details.fitsCharacters as number
      expect(fits).toBeGreaterThan(5)
      expect(message).toContain(`${fits} of its 999`)
      expect(() => fitted('word '.repeat(200).slice(0, fits), 100, 30)).not.toThrow()
    }
  })
  it('keeps the direction of a paragraph on its lines that begin in another', () => {
    const lines = fitted('שלום שלום hello hello', 120, 200).lines
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.every((line) => line.direction === 'rtl')).toBe(true)
  })
})

describe('each key of a look', () => {
  const x = (align: Look['align']) => fitted('hi', 400, 60, { align }, { minFontPx: 8, maxFontPx: 20 }).lines[0]!.xPx
  const y = (verticalAlign: Look['verticalAlign']) =>
    fitted('hi', 400, 200, { verticalAlign }, { minFontPx: 8, maxFontPx: 20 }).lines[0]!.yPx
  it('align', () => {
    expect(x('left')).toBeLessThan(x('center'))
    expect(x('center')).toBeLessThan(x('right'))
  })
  it('verticalAlign', () => {
    expect(y('top')).toBeLessThan(y('middle'))
    expect(y('middle')).toBeLessThan(y('bottom'))
  })
  it('upper', () => {
    expect(texts(fitted('straße', 400, 60, { upper: true }))).toEqual(['STRASSE'])
  })
  it('outlineWidth grows with the letters and takes room from them', () => {
    const plain = fitted('hello', 200, 60, { outlineWidth: 0 })
    const thick = fitted('hello', 200, 60, { outlineWidth: 0.2 })
    expect(plain.outlineWidthPx).toBe(0)
    expect(thick.fontPx).toBeLessThan(plain.fontPx)
    expect(thick.outlineWidthPx).toBeCloseTo(0.2 * thick.fontPx)
  })
})
