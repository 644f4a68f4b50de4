import { describe, expect, it } from 'vitest'
import { defaultStyle } from '../style'
import { resolveLook } from './resolveLook'

const picture = { color: '#808080', flat: false }
const label = { color: '#ffffff', flat: true }
const look = (style: Partial<typeof defaultStyle>, background = picture) =>
  resolveLook({ ...defaultStyle, ...style }, 'words', background, 'middle')

describe('auto', () => {
  it('is outlined white on a picture', () => {
    expect(look({})).toMatchObject({ color: '#ffffff', outlineColor: '#000000', outlineWidth: 0.07 })
  })
  it('is plain black on a light label, and plain white on a dark bar', () => {
    expect(look({}, label)).toMatchObject({ color: '#000000', outlineWidth: 0 })
    expect(look({}, { color: '#101010', flat: true })).toMatchObject({ color: '#ffffff', outlineWidth: 0 })
  })
  it.each(['#394380', '#9a5e32', '#87ceeb'])('is outlined white on the flat colour %s of a wall or sky', (color) => {
    expect(look({}, { color, flat: true })).toMatchObject({ color: '#ffffff', outlineWidth: 0.07 })
  })
})

describe('each key of a style', () => {
  it('font', () => {
    expect(look({ font: 'anton' }).font).toMatchObject({ weight: 900, stack: expect.stringMatching(/^"Meme Anton"/) })
    expect(look({ font: 'noto-sans' }).font).toMatchObject({
      weight: 700,
      stack: expect.stringMatching(/^"Meme Sans"/),
    })
    expect(look({ font: 'comic' }).font).toMatchObject({ weight: 700, stack: expect.stringMatching(/^"Meme Comic"/) })
  })
  it('color, with an outline that contrasts', () => {
    expect(look({ color: '#ffff00' })).toMatchObject({ color: '#ffff00', outlineColor: '#000000' })
    expect(look({ color: '#000080' })).toMatchObject({ color: '#000080', outlineColor: '#ffffff' })
  })
  it('color that cannot be read on a label gets an outline', () => {
    expect(look({ color: '#ffffee' }, label).outlineWidth).toBeGreaterThan(0)
    expect(look({ color: '#400000' }, label).outlineWidth).toBe(0)
  })
  it('outlineColor', () => {
    expect(look({ outlineColor: '#ff0000' }).outlineColor).toBe('#ff0000')
  })
  it('outlineWidth', () => {
    expect(look({ outlineWidth: 0 }).outlineWidth).toBe(0)
    expect(look({ outlineWidth: 0.12 }, label).outlineWidth).toBe(0.12)
  })
  it('letterCase', () => {
    expect([look({ letterCase: 'upper' }).upper, look({ letterCase: 'as-typed' }).upper]).toEqual([true, false])
  })
  it('align and verticalAlign', () => {
    expect(look({ align: 'left', verticalAlign: 'bottom' })).toMatchObject({ align: 'left', verticalAlign: 'bottom' })
    expect(look({}).verticalAlign).toBe('middle')
  })
})
