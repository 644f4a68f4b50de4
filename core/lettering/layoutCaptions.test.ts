import { describe, expect, it } from 'vitest'
import type { Place, Placement } from '../place/types'
import { defaultStyle } from '../style'
import { evenMeasure } from './evenMeasure.testing'
import { layoutCaptions, legiblePx } from './layoutCaptions'
import type { Background } from './types'

const box = { xPx: 200, yPx: 200, widthPx: 100, heightPx: 40, angle: 0 }
const room = { xPx: 50, yPx: 150, widthPx: 400, heightPx: 160, angle: 0 }
const place: Place = {
  kind: 'replaced',
  regionId: '0',
  box,
  room,
  comfortableFontPx: 30,
  maxFontPx: 50,
  verticalAlign: 'middle',
}
const placement = (...places: readonly (Place | null)[]): Placement => ({
  width: 512,
  height: 512,
  canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' },
  places,
})
const layOut = (caption: string, background: Background | null = null) =>
  layoutCaptions({
    captions: [caption],
    placement: placement(place),
    styles: [defaultStyle],
    backgrounds: [background],
    measure: evenMeasure,
    minFontPx: 12,
  })[0]!

describe('layoutCaptions', () => {
  it('stays in the box while words are comfortable there', () => {
    expect(layOut('hi').box).toEqual(box)
  })
  it('spreads into the room when they are not', () => {
    const layout = layOut('quite some more words than before')
    expect(layout.box.widthPx).toBeGreaterThan(box.widthPx)
    expect(layout.box.widthPx).toBeLessThanOrEqual(room.widthPx)
    expect(layout.fontPx).toBeGreaterThan(20)
  })
  it('leaves an empty caption out', () => {
    const input = {
      styles: [defaultStyle, defaultStyle],
      backgrounds: [null, null],
      measure: evenMeasure,
      minFontPx: 12,
    }
    const layouts = layoutCaptions({ ...input, captions: ['', 'hi'], placement: placement(null, place) })
    expect(layouts.map((layout) => layout?.lines[0]?.text ?? null)).toEqual([null, 'HI'])
  })
  it('gives each caption its own style', () => {
    const layouts = layoutCaptions({
      captions: ['one', 'two'],
      placement: placement(place, place),
      styles: [defaultStyle, { ...defaultStyle, letterCase: 'as-typed', color: '#ff8800' }],
      backgrounds: [null, null],
      measure: evenMeasure,
      minFontPx: 12,
    })
    expect(layouts.map((layout) => [layout!.lines[0]!.text, layout!.color])).toEqual([
      ['ONE', '#ffffff'],
      ['two', '#ff8800'],
    ])
  })
  it('names the caption that does not fit', () => {
    expect(() => layOut('word '.repeat(900))).toThrow(expect.objectContaining({ code: 'CAPTION_DOES_NOT_FIT' }))
  })
})

describe('on a label', () => {
  const label = {
    color: '#ffffff',
    flat: true,
    surface: { x: 180 / 512, y: 180 / 512, width: 150 / 512, height: 80 / 512, angle: 0 },
  }
  it('keeps to it, plain', () => {
    const layout = layOut('some more words', label)
    expect(layout.outlineWidthPx).toBe(0)
    expect(layout.box.xPx).toBeGreaterThanOrEqual(180)
    expect(layout.box.xPx + layout.box.widthPx).toBeLessThanOrEqual(330.01)
  })
  it('goes over its edge, outlined, when words would be too small on it', () => {
    const layout = layOut('far more words than could ever stand on such a small label as this '.repeat(5), label)
    expect(layout.outlineWidthPx).toBeGreaterThan(0)
    expect(layout.box.widthPx).toBeGreaterThan(150)
  })
})

it('scales the legible size with the picture, but not below what any screen can show', () => {
  expect(legiblePx(12, 1024, 500)).toBe(12)
  expect(legiblePx(12, 2048, 2048)).toBe(24)
  expect(legiblePx(12, 200, 100)).toBe(6)
})
