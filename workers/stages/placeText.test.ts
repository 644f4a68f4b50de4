import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { decide } from '#core/decide'
import type { Mode } from '#core/mode'
import { mergeLines } from '#core/place/mergeLines'
import { defaultStyle } from '#core/style'
import { config, parseConfig } from '#store/config'
import { createLettering } from '../lettering/createLettering'
import { placeText } from './placeText'

const [width, height] = [512, 384]
const yaml = readFileSync(new URL('../../config.yaml', import.meta.url), 'utf8')
const lettering = createLettering(config().cache)

/** Texture with a white label on it. */
const picture: Bitmap = (() => {
  const data = new Uint8Array(width * height * 3)
  for (let index = 0; index < width * height; index++) {
    const [x, y] = [index % width, Math.floor(index / width)]
    const label = x >= 60 && x < 260 && y >= 180 && y < 250
    data.set(label ? [255, 255, 255] : [(x * 7) % 256, (y * 5) % 256, (x * y) % 199], index * 3)
  }
  return { data, width, height, channels: 3 }
})()

const line = (x: number, y: number, w: number, h: number) => ({
  text: 'old',
  confidence: 1,
  box: { x: x / width, y: y / height, width: w / width, height: h / height, angle: 0 },
})
const regions = mergeLines([line(80, 10, 350, 40), line(100, 200, 120, 25)], width, height)

const place = (
  captions: readonly string[],
  mode: Mode = 'AUTO',
  env: Readonly<Record<string, string>> = {},
  style = defaultStyle,
) =>
  placeText({ captions, mode, style }, picture, regions, decide(regions, [], mode, 0.1), {
    config: parseConfig(yaml, env),
    lettering,
  })

describe('placeText', () => {
  it('outlines words on the picture, and sets them plain on a label that they keep to', async () => {
    const { layouts, kind } = await place(['on the picture', 'on the label'])
    expect(kind).toBe('replaced')
    expect(layouts[0]).toMatchObject({ color: '#ffffff', outlineColor: '#000000' })
    expect(layouts[0]!.outlineWidthPx).toBeGreaterThan(1)
    expect(layouts[1]).toMatchObject({ color: '#000000', outlineWidthPx: 0 })
    const { box } = layouts[1]!
    expect(box.xPx).toBeGreaterThanOrEqual(59)
    expect(box.xPx + box.widthPx).toBeLessThanOrEqual(261)
  })
  it('reports where the words went', async () => {
    expect((await place(['a'], 'OVERLAY')).kind).toBe('overlay')
    expect((await place(['a'], 'CAPTION_BAR')).kind).toBe('bar')
  })
  it('limits.min_font_px decides what still fits', async () => {
    const captions = ['', 'many words on a label '.repeat(9)]
    await expect(place(captions)).resolves.toBeDefined()
    await expect(place(captions, 'AUTO', { MEMEZAP_LIMITS__MIN_FONT_PX: '60' })).rejects.toMatchObject({
      code: 'CAPTION_DOES_NOT_FIT',
      details: { captionIndex: 1, fitsCharacters: expect.any(Number) },
    })
  })
})
