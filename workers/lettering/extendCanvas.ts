import type { Bitmap } from '#core/bitmap'
import { hexToRgb } from '#core/lettering/contrast'
import type { Placement } from '#core/place/types'

/** A copy of a picture with the bars of a placement above and below; its memory is nobody else's. */
export function extendCanvas(
  { data, width, channels }: Bitmap,
  placement: Placement,
): Bitmap & { readonly data: Uint8Array<ArrayBuffer> } {
  const { addTopPx, barColor } = placement.canvas
  const extended = new Uint8Array(placement.width * placement.height * channels)
  const start = addTopPx * width * channels
  if (start > 0 || extended.length > data.length) {
    const pixel = [...hexToRgb(barColor), 255].slice(0, channels)
    for (let offset = 0; offset < extended.length; offset += channels) {
      if (offset === start) offset += data.length
      if (offset < extended.length) extended.set(pixel, offset)
    }
  }
  extended.set(data, start)
  return { data: extended, width: placement.width, height: placement.height, channels }
}
