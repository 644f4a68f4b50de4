import { describe, expect, it } from 'vitest'
import type { TextLine } from '../text'
import { mergeLines } from './mergeLines'

const width = 600
const height = 500
/** A line in pixels of the test's picture. */
const line = (text: string, x: number, y: number, w: number, h: number, angle = 0): TextLine => ({
  text,
  box: { x: x / width, y: y / height, width: w / width, height: h / height, angle },
  confidence: 0.9,
})
const texts = (...lines: readonly TextLine[]) => mergeLines(lines, width, height).map((region) => region.text)

describe('mergeLines', () => {
  it('joins the lines of a caption, and keeps top and bottom apart', () => {
    const found = texts(
      line('BOTTOM', 100, 440, 400, 40),
      line('SECOND', 150, 60, 300, 42),
      line('FIRST', 100, 10, 400, 40),
    )
    expect(found).toEqual(['FIRST\nSECOND', 'BOTTOM'])
  })
  it('keeps labels side by side apart, and reads them from left to right', () => {
    expect(texts(line('right', 350, 205, 120, 20), line('left', 80, 200, 120, 20))).toEqual(['left', 'right'])
  })
  it('joins the parts of one line', () => {
    expect(texts(line('OLD', 100, 10, 80, 40), line('WORDS', 200, 12, 150, 40))).toEqual(['OLD WORDS'])
  })
  it('keeps lines of clearly other size apart', () => {
    expect(texts(line('HEADLINE', 100, 10, 400, 60), line('small print', 200, 80, 200, 14))).toHaveLength(2)
  })
  it('joins turned lines along their own direction', () => {
    const radians = (20 * Math.PI) / 180
    const below = { x: -28 * Math.sin(radians), y: 28 * Math.cos(radians) }
    const regions = mergeLines(
      [line('turned', 200, 200, 150, 24, 20), line('label', 200 + below.x, 200 + below.y, 150, 24, 20)],
      width,
      height,
    )
    expect(regions).toHaveLength(1)
    expect(regions[0]!.box.angle).toBeCloseTo(20)
    expect(regions[0]!.box.width * width).toBeCloseTo(150, 0)
    expect(regions[0]!.box.height * height).toBeCloseTo(52, 0)
  })
  it('gives ids in reading order and boxes around all lines', () => {
    const [region] = mergeLines([line('A', 100, 10, 100, 40), line('B', 80, 60, 160, 40)], width, height)
    expect(region).toMatchObject({ id: '0', text: 'A\nB' })
    expect(region!.box.x * width).toBeCloseTo(80)
    expect(region!.box.height * height).toBeCloseTo(90)
  })
  it('finds nothing in nothing', () => {
    expect(mergeLines([], width, height)).toEqual([])
  })
})
