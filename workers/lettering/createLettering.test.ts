import { readFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import type { TextContext } from '#core/lettering/canvasText'
import { drawCaption } from '#core/lettering/drawCaption'
import { graphemes } from '#core/lettering/lineBreaks'
import type { CaptionLayout } from '#core/lettering/types'
import type { Place, Placement } from '#core/place/types'
import { type CaptionStyle, defaultStyle, type FontName } from '#core/style'
import { createLettering, type Lettering } from './createLettering'

const [width, height] = [640, 480]
const box = { xPx: 60, yPx: 120, widthPx: 520, heightPx: 200, angle: 0 }
const caches = {
  enable_font_cache: true,
  font_cache_size: 32,
  enable_text_cache: true,
  text_cache_size: 100,
  memory_idle_minutes: 60,
}
const lettering = createLettering(caches)

function layOut(caption: string, style: Partial<CaptionStyle> = {}, angle = 0): CaptionLayout {
  const turned = { ...box, angle }
  const place: Place = {
    kind: 'overlay',
    regionId: null,
    box: turned,
    room: turned,
    comfortableFontPx: 0,
    maxFontPx: 90,
    verticalAlign: 'middle',
  }
  const placement: Placement = {
    width,
    height,
    canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' },
    places: [place],
  }
  const input = {
    captions: [caption],
    placement,
    styles: [{ ...defaultStyle, ...style }],
    backgrounds: [null],
    minFontPx: 12,
  }
  return lettering.layout(input)[0]!
}

/** The drawn ink's alpha, 0..255, pixel by pixel. */
function ink(layout: CaptionLayout): Uint8Array {
  const context = createCanvas(width, height).getContext('2d')
  drawCaption(context as unknown as TextContext, layout)
  const { data } = context.getImageData(0, 0, width, height)
  return Uint8Array.from({ length: width * height }, (_, index) => data[index * 4 + 3]!)
}

/** Pixels of ink whose centres lie outside of a layout's box, turned as it is. */
function inkOutside(layout: CaptionLayout): number {
  const radians = (-layout.box.angle * Math.PI) / 180
  const alpha = ink(layout)
  let outside = 0
  for (const [index, value] of alpha.entries()) {
    if (value <= 8) continue
    const dx = (index % width) + 0.5 - width / 2
    const dy = Math.floor(index / width) + 0.5 - (box.yPx + box.heightPx / 2)
    const along = Math.abs(dx * Math.cos(radians) - dy * Math.sin(radians))
    const across = Math.abs(dx * Math.sin(radians) + dy * Math.cos(radians))
    if (along > box.widthPx / 2 + 0.5 || across > box.heightPx / 2 + 0.5) outside += 1
  }
  return outside
}

const rows = readFileSync(new URL('../../e2e/fixtures/captionsInTwelveScripts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((row): { template: string; boxes: readonly string[] } => JSON.parse(row))

describe('twelve scripts', () => {
  it.each(rows.map((row) => [row.template, row.boxes] as const))('%s: drawn, inside, nothing lost', (_, boxes) => {
    for (const caption of boxes.filter((text) => text !== '')) {
      const layout = layOut(caption, { letterCase: 'as-typed' })
      expect(inkOutside(layout)).toBe(0)
      expect(ink(layout).some((value) => value === 255)).toBe(true)
      const bare = (text: string) => text.normalize('NFC').replace(/[\s\u200E\u200F]/g, '')
      expect(bare(layout.lines.map((line) => line.text).join(''))).toBe(bare(caption))
    }
  })
})

describe('each font', () => {
  it.each<FontName>(['anton', 'noto-sans', 'comic'])('%s stays inside, turned as well', (font) => {
    for (const angle of [0, 25, -12]) {
      const layout = layOut('Jiggly "quotes", Åccents & DESCENDERS gjpqy', { font, letterCase: 'as-typed' }, angle)
      expect(inkOutside(layout)).toBe(0)
    }
  })
  it('draws each its own letters', () => {
    const sums = (['anton', 'noto-sans', 'comic'] as const).map((font) =>
      ink(layOut('same words', { font })).reduce((sum, value) => sum + value, 0),
    )
    expect(new Set(sums).size).toBe(3)
  })
})

/** Drawn alone at one size, as a picture to compare. */
function glyph(text: string, layout: CaptionLayout): string {
  const context = createCanvas(80, 80).getContext('2d')
  context.font = `40px ${layout.font.stack}`
  context.fillText(text, 20, 55)
  return Buffer.from(context.getImageData(0, 0, 80, 80).data).toString('latin1')
}

it('draws no missing glyph', () => {
  for (const caption of rows.flatMap((row) => row.boxes).filter((text) => text !== '')) {
    const layout = layOut(caption, { letterCase: 'as-typed' })
    const missing = glyph('\u0378', layout)
    for (const character of graphemes(caption)) expect(glyph(character, layout) === missing, character).toBe(false)
  }
})

it('draws ZWJ families, skin tones and flags as one picture', () => {
  const one = layOut('👍').lines[0]!.widthPx / layOut('👍').fontPx
  for (const emoji of ['👨‍👩‍👧‍👦', '👩🏾‍🚀', '👍🏽', '🇩🇪', '🏴‍☠️', '1️⃣', '🏳️‍🌈', '❤️‍🔥']) {
    const { lines, fontPx } = layOut(emoji)
    expect(lines[0]!.widthPx / fontPx).toBeLessThan(one * 1.3)
  }
})

it('refuses characters that no font of ours draws, by name', () => {
  expect(() => layOut('hello ꦏ')).toThrow(
    expect.objectContaining({ code: 'UNSUPPORTED_CHARACTERS', details: { characters: ['ꦏ'] } }),
  )
})

/** What one caption in one box is set as. */
function setBy(from: Lettering, caption = 'the same words', style: Partial<CaptionStyle> = {}) {
  const place: Place = {
    kind: 'overlay',
    regionId: null,
    box,
    room: box,
    comfortableFontPx: 0,
    maxFontPx: 90,
    verticalAlign: 'top',
  }
  const placement = { width, height, canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' }, places: [place] }
  return from.layout({
    captions: [caption],
    placement,
    styles: [{ ...defaultStyle, ...style }],
    backgrounds: [null],
    minFontPx: 12,
  })
}

/** Hits of its memories, by name. */
const hits = (from: Lettering) => Object.fromEntries(from.reports.map((read) => [read().name, read().hits]))

it('gives the same layout with and without its memories', () => {
  const plain = createLettering({ ...caches, enable_font_cache: false, enable_text_cache: false })
  const made = setBy(plain)
  expect([setBy(plain), setBy(lettering), setBy(lettering)]).toEqual([made, made, made])
  expect(hits(plain)).toEqual({ font: 0, shaped_text: 0 })
})

it('cache.font_cache_size: so many fonts at a size keep what was measured with them', () => {
  const evicted = (font_cache_size: number) => {
    const from = createLettering({ ...caches, font_cache_size })
    setBy(from)
    return from.reports[0]!().evictions
  }
  expect(evicted(32)).toBe(0)
  expect(evicted(1)).toBeGreaterThan(0)
})

it('cache.memory_idle_minutes: measured fonts and set captions that nobody asks for leave the memory', () => {
  let nowMs = 1000
  const from = createLettering({ ...caches, memory_idle_minutes: 2 }, () => nowMs)
  const kept = () => from.reports.map((read) => read().entries! > 0)
  setBy(from)
  nowMs += 119_000
  expect(kept()).toEqual([true, true])
  setBy(from)
  nowMs += 2000
  // Set captions are not measured again.
  expect(kept()).toEqual([false, true])
  nowMs += 119_000
  expect(kept()).toEqual([false, false])
})

describe('cache.enable_text_cache and text_cache_size', () => {
  it('fit the same words in the same box and style once', () => {
    const from = createLettering(caches)
    const first = setBy(from)
    expect(setBy(from)[0]).toBe(first[0])
    setBy(from, 'other words')
    setBy(from, 'the same words', { color: '#ff0000' })
    expect(from.reports[1]!()).toMatchObject({ name: 'shaped_text', hits: 1, misses: 3, entries: 3, evictions: 0 })
    expect(from.reports[1]!().savedMs).toBeGreaterThan(0)
  })
  it('keep no more captions than that', () => {
    const from = createLettering({ ...caches, text_cache_size: 1 })
    for (const caption of ['one', 'two', 'one']) setBy(from, caption)
    expect(from.reports[1]!()).toMatchObject({ hits: 0, misses: 3, entries: 1, evictions: 2 })
  })
  it.each([
    ['enable_text_cache', { enable_text_cache: false }],
    ['text_cache_size', { text_cache_size: 0 }],
  ])('fit anew when %s says so', (_, changes) => {
    const from = createLettering({ ...caches, ...changes })
    const first = setBy(from)
    expect(setBy(from)[0]).not.toBe(first[0])
    expect(from.reports[1]!()).toMatchObject({ hits: 0, misses: 2, entries: 0 })
  })
  it('do not keep a caption that does not fit', () => {
    const from = createLettering(caches)
    const long = 'far too many words '.repeat(200)
    for (let time = 0; time < 2; time++)
      expect(() => setBy(from, long)).toThrow(expect.objectContaining({ code: 'CAPTION_DOES_NOT_FIT' }))
    expect(from.reports[1]!()).toMatchObject({ hits: 0, entries: 0 })
  })
})
