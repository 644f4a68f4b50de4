import { expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { placeCaptions } from '#core/place/placeCaptions'
import { saliencyGrid } from '#core/place/saliency'
import { defaultStyle } from '#core/style'
import { config } from '#store/config'
import { createLettering } from './createLettering'
import { drawOnBitmap } from './patches'

const [width, height] = [600, 400]
const lettering = createLettering(config().cache)

const ground = (): Bitmap => ({
  data: new Uint8Array(width * height * 3).map((_, i) => 90 + ((i * 7919) % 60)),
  width,
  height,
  channels: 3,
})

it('draws a caption strip by strip as it draws it at once', () => {
  const bitmap = ground()
  const captions = ['WORDS THAT FILL', 'TWO CAPTIONS gjpq']
  const places = { regions: [], kept: [], captions, mode: 'OVERLAY', width, height } as const
  const placement = placeCaptions({ ...places, saliency: saliencyGrid(bitmap) })
  const styles = [defaultStyle, { ...defaultStyle, shadow: true }]
  const layouts = lettering
    .layout({ captions, placement, styles, backgrounds: [null, null], minFontPx: 12 })
    .filter((layout) => layout !== null)
  const [whole, strips] = [ground(), ground()]
  drawOnBitmap(whole, layouts)
  drawOnBitmap(strips, layouts, 17 * width)
  expect(Buffer.compare(whole.data, bitmap.data)).not.toBe(0)
  expect(Buffer.compare(strips.data, whole.data)).toBe(0)
})
